/** One finding in the list: where, what, the words, and what the person can do about it. */
import type { Finding, PolicyNames } from '../model.js';
import { make, makeButton } from '../showing/element.js';
import { contactsPart, severityChip, whyPart } from '../showing/finding_parts.js';
import { words } from '../words.js';
import { excerptOf } from './excerpt.js';
import type { Row } from './rows.js';

export interface RowActs {
  readonly show: (row: Row) => void;
  readonly correct: (row: Row, into: HTMLElement) => void;
  readonly names: () => PolicyNames;
}

export function rowCard(row: Row, acts: RowActs): HTMLElement {
  const { item, finding } = row;
  const card = make('li', `row ${finding.severity}`);
  const show = makeButton('', 'show', words('panel_show'), () => acts.show(row));
  show.setAttribute('aria-label', words('panel_show_named', finding.title));
  const buttons = make('div', 'line acts', show);
  if (item.permalink) buttons.append(linkButton(item.permalink));
  const correction = make('div', 'correction');
  if ((item.own ?? item.author === null) && item.kind === 'text') {
    buttons.append(makeButton('', 'correct', words('panel_correct'), () => acts.correct(row, correction)));
  }
  card.append(
    make('div', 'row-head', severityChip(finding.severity), whoAndWhen(row)),
    make('h4', '', finding.title),
    quoteOf(row),
    make('p', '', finding.message),
    explanation(finding, acts),
    buttons,
    correction,
  );
  return card;
}

export function whoAndWhen({ item }: Pick<Row, 'item'>): HTMLElement {
  const who = item.author === null ? null : item.own ? words('panel_you', item.author) : item.author;
  const kind = { text: null, picture: words('panel_picture_text'), profile: words('panel_profile_text') }[item.kind];
  const line = make('span', 'soft', [who, item.time ? timeWords(item.time) : null, kind].filter(Boolean).join(' · '));
  line.dir = 'auto';
  return line;
}

export function timeWords(time: string): string {
  const isIso = /^\d{4}-\d{2}-\d{2}/.test(time) && !Number.isNaN(Date.parse(time));
  return isIso ? new Date(time).toLocaleString(words('language'), { dateStyle: 'medium', timeStyle: 'short' }) : time;
}

export function quoteOf({ item, finding: { start, end } }: Row): HTMLElement {
  const { before, marked, after } = excerptOf(item.text, start, end);
  const quote = make('blockquote', '', before);
  if (marked) quote.append(make('mark', '', marked), after);
  quote.dir = 'auto';
  return quote;
}

/** Made when it is opened: most are not. */
function explanation(finding: Finding, { names }: RowActs): HTMLElement {
  const details = make('details', 'explain', make('summary', '', words('panel_explain')));
  details.addEventListener('toggle', () => {
    if (!details.open || details.childElementCount > 1) return;
    const contacts = contactsPart(finding.contacts, names());
    details.append(whyPart(finding, names()), ...(contacts ? [contacts] : []));
  });
  return details;
}

function linkButton(address: string): HTMLElement {
  const button = makeButton('', 'copy-link', words('panel_copy_link'), () => void copyInto(button, address));
  return button;
}

export async function copyInto(button: HTMLElement, said: string): Promise<void> {
  const done = await navigator.clipboard.writeText(said).then(
    () => true,
    () => false,
  );
  const note = make('span', done ? 'done' : 'problem', words(done ? 'panel_copied' : 'panel_copy_failed'));
  note.setAttribute('role', 'status');
  if (button.nextElementSibling?.getAttribute('role') === 'status') button.nextElementSibling.remove();
  button.after(note);
}
