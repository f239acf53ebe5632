/** "Copy without private details": the copy is shown first, and copied only from there. */
import { ask, Unavailable } from './companion.js';
import { $, element } from './element.js';

/** @param {() => {text: string, context: object}} draft what to copy, asked for when the button is pressed */
export function offerCopy(draft) {
  $('redact').addEventListener('click', () => preview(draft()));
  $('redacted-copy').addEventListener('click', copy);
  $('redacted-close').addEventListener('click', () => {
    hideCopy();
    $('redact').focus();
  });
}

/** A copy of an older draft is of no use. */
export function hideCopy() {
  $('redacted').hidden = true;
  $('redacted-text').textContent = '';
  say('');
}

async function preview({ text, context }) {
  hideCopy();
  if (!text) return say('There is no draft to copy yet.');
  try {
    const made = await ask('redact', { draft_id: 'try', text, context });
    if (text !== $('draft').value) return;
    $('redacted-text').textContent = made.text;
    $('redacted-left-out').replaceChildren(...made.not_checked.map(({ what, why }) => element('li', {}, `Not checked (${what}): ${why}`)));
    $('redacted').hidden = false;
    say(made.placeholders.length ? `Replaced: ${made.placeholders.join(', ')}` : 'Nothing was recognised, so nothing was replaced.');
    $('redacted-title').focus();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    say(`No copy was made. ${error.message}`);
  }
}

async function copy() {
  try {
    await navigator.clipboard.writeText($('redacted-text').textContent);
    say('Copied. Read it before you send it.');
  } catch {
    getSelection().selectAllChildren($('redacted-text')); // the browser keeps its clipboard to itself
    say('Press Ctrl+C to copy the marked text.');
  }
}

function say(words) {
  $('redact-said').textContent = words;
}
