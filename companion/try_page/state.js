/** What the page says of the companion and of the newest check, in words. Never "clear" when something was left out. */
import { $, element } from './element.js';

const WORDS = ['serious', 'warning', 'advice', 'info'];
const SHOWN = { serious: 'serious', warning: ['warning', 'warnings'], advice: 'advice', info: 'good to know' };

export function showCompanion(status) {
  const pill = $('companion-state');
  const waiting = status?.detectors.filter(({ state }) => state === 'loading').map(({ name }) => name) ?? [];
  const failed = status?.detectors.filter(({ state }) => state === 'failed').map(({ name }) => name) ?? [];
  if (!status) set(pill, 'off', 'Companion stopped');
  else if (failed.length) set(pill, 'off', `Could not start: ${failed.join(', ')}`);
  else if (waiting.length) set(pill, 'loading', `Starting: ${waiting.join(', ')}`);
  else set(pill, 'ready', 'Companion ready');
}

export function showState(kind, words, notChecked = []) {
  $('verdict').dataset.state = kind;
  if ($('state').textContent !== words) $('state').textContent = words;
  $('left-out').replaceChildren(...notChecked.map(({ what, why }) => element('li', {}, `Not checked (${what}): ${why}`)));
}

/** @param {object} review @param {string} asWhat such as "a personal post on Facebook" */
export function showReview(review, asWhat) {
  const { findings, not_checked: left } = review;
  if (findings.length) showState('findings', `${count(findings)}, read as ${asWhat}`, left);
  else if (left.length) showState('not-checked', 'Not everything was checked. Nothing found in the rest.', left);
  else showState('clear', `Nothing found, read as ${asWhat}`);
}

function count(findings) {
  const parts = WORDS.map((severity) => [severity, findings.filter((f) => f.severity === severity).length]);
  const said = parts.filter(([, n]) => n).map(([severity, n]) => `${n} ${plural(SHOWN[severity], n)}`);
  return `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}: ${said.join(', ')}`;
}

const plural = (word, n) => (Array.isArray(word) ? word[n === 1 ? 0 : 1] : word);

function set(pill, state, words) {
  pill.dataset.state = state;
  pill.textContent = words;
}
