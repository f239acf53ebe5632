/** A suggested correction for a post that is out: made of the findings' fixes, looked at by the same checks, to copy. */
import type { Item } from '../items.js';
import type { ScanItem } from '../model.js';
import { make, makeButton } from '../showing/element.js';
import { words } from '../words.js';
import { Checking } from './checking.js';
import { correctionOf } from './correction.js';
import { copyInto } from './row_card.js';
import type { Scan } from './scan.js';

export function showCorrection(item: Item, scan: Scan, into: HTMLElement): void {
  if (into.childElementCount > 0) {
    into.replaceChildren(); // a second press takes it away again
    return;
  }
  const findings = scan.findingsOf(item).map(({ finding }) => finding);
  const made = correctionOf(item.text, findings, words('panel_correct_note'));
  if (!made) {
    into.replaceChildren(make('p', '', words('panel_correct_none')));
    return;
  }
  const field = make('textarea', '');
  field.value = made.text;
  field.rows = Math.min(8, Math.ceil(made.text.length / 36) + 1);
  field.dir = 'auto';
  const result = make('p', 'soft');
  result.setAttribute('role', 'status');
  const left = made.left.map(({ title }) => title).join('; ');
  const copy = makeButton('primary', 'copy', words('panel_copy_text'), () => void copyInto(copy, field.value));
  into.replaceChildren(
    make('label', '', make('span', '', words('panel_correct_label')), field),
    make('p', 'soft', words('panel_correct_how')),
    ...(left ? [make('p', '', words('panel_correct_left', left))] : []),
    result,
    make('div', 'line', copy),
  );
  field.addEventListener('change', () => look(field.value, item, scan, result));
  look(field.value, item, scan, result);
}

/** The new wording is an edit of what is out: rules about edits look at it, too. */
function look(text: string, item: Item, scan: Scan, result: HTMLElement): void {
  result.textContent = words('panel_correct_checking');
  const context = { ...scan.contextOf({ ...item, surface: 'edit' }), previous_text: item.text };
  const asked: ScanItem = { item_id: 'correction', text, context };
  const checking = new Checking({
    answered: (answer) => {
      if ('error' in answer) result.textContent = words('panel_correct_unchecked');
      else if (answer.findings.length > 0) {
        const titles = [...new Set(answer.findings.map(({ title }) => title))].join('; ');
        result.textContent = words('panel_correct_finds', titles);
      } else {
        result.textContent = words(answer.status === 'complete' ? 'panel_correct_clear' : 'panel_correct_unchecked');
      }
      checking.close();
    },
    changed: () => undefined,
  });
  checking.add([asked]);
}
