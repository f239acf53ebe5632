/** "Your browser": pair the extension with one click, see and end pairings. */
import { ask, isPaired } from './companion.js';
import { $, element } from './element.js';

const RENEW_MS = 9 * 60_000; // a code lives ten minutes (companion/pairing.py)

const root = document.documentElement;
const button = document.querySelector('[data-foreword-pair]');
const result = document.querySelector('[data-foreword-pair-result]');
let renewal = 0;

// The extension says that it is here after the page was loaded, and writes its answer when the button was pressed:
// right or wrong, the code is then used.
new MutationObserver(refresh).observe(root, { attributeFilter: ['data-foreword-extension'] });
new MutationObserver(refresh).observe(result, { childList: true, characterData: true, subtree: true });

export function showBrowsers() {
  $('browsers').hidden = false;
  refresh();
}

function refresh() {
  if (isPaired()) void Promise.all([renewCode(), showPaired()]).catch(ignore);
}

/** A code is asked for only where an extension can use it. */
async function renewCode() {
  clearTimeout(renewal);
  if (root.dataset.forewordExtension !== 'present') return;
  button.disabled = true;
  button.dataset.code = (await ask('pairing-code')).code;
  button.disabled = false;
  renewal = setTimeout(refresh, RENEW_MS);
}

/** Without the companion there is nothing to show here; the state at the top of the page says so. */
function ignore() {}

async function showPaired() {
  const { clients } = await ask('pairings');
  $('paired').replaceChildren(...clients.map(row));
}

function row({ id, name, since, is_this: isThis }) {
  if (isThis) return element('li', {}, name, element('small', {}, 'this page'));
  const button = element('button', { type: 'button', textContent: 'Unpair', ariaLabel: `Unpair ${name}` });
  button.addEventListener('click', async () => {
    await ask('unpair', { id }).catch(ignore);
    await showPaired().catch(ignore);
  });
  return element('li', {}, name, element('small', {}, `since ${since}`), button);
}
