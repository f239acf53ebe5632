/** The textarea and the mirror behind it that carries the marks. */
import { $, element } from './element.js';
import { pieces } from './spans.js';

const area = $('draft');
const mirror = $('mirror');

export const text = () => area.value;

/** @param {(text: string) => void} listener called on every edit, by whatever means it was made */
export function onEdit(listener) {
  area.addEventListener('input', () => listener(area.value));
}

/** @param {(offset: number) => void} listener called with the caret's place when it moves */
export function onCaret(listener) {
  document.addEventListener('selectionchange', () => {
    if (document.activeElement === area && area.selectionStart === area.selectionEnd) listener(area.selectionStart);
  });
}

export function showMarks(findings, currentId) {
  const shown = pieces(area.value, findings).map(({ words, findings: [worst, ...others] }) => {
    if (!worst) return words;
    const isCurrent = [worst, ...others].some(({ id }) => id === currentId);
    return element('mark', { data: { severity: worst.severity, ...(isCurrent && { current: '' }) } }, words);
  });
  // A trailing line break has no height of its own; the zero-width space gives it one.
  mirror.replaceChildren(...shown, '\u200b');
}

/** Make an edit as typing would, so that Ctrl+Z takes it back. */
export function edit(start, end, replacement) {
  area.focus();
  area.setSelectionRange(start, end);
  const done = replacement
    ? document.execCommand('insertText', false, replacement)
    : document.execCommand('delete', false);
  if (done) return;
  area.setRangeText(replacement, start, end, 'end'); // a browser without execCommand: right text, no undo
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

export function undo() {
  area.focus();
  document.execCommand('undo', false);
}

export function select(start, end) {
  area.focus();
  area.setSelectionRange(start, end);
}
