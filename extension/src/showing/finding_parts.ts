/** The pieces that both the card and the second look are made of. */
import type { BadgeState, Finding, Fix, PolicyNames, Severity } from '../model.js';
import { severityWords, words } from '../words.js';
import { make, makeButton } from './element.js';
import { icon } from './icon.js';
import { previewOf, quoteOf } from './quoting.js';

export function severityChip(severity: Severity): HTMLElement {
  return make('span', `chip ${severity}`, icon(severity), severityWords(severity));
}

/** The words in question; says so when it is the whole text. */
export function quoted(text: string, finding: Finding): HTMLElement {
  const quote = quoteOf(text, finding);
  const line = make('p', 'quote', quote === '' ? words('whole_text') : make('q', '', quote));
  line.dir = 'auto';
  return line;
}

/** Said where the policy leaves the subject to the person: what follows is about how, not whether. */
export function citizenPart({ citizen }: Finding): HTMLElement | null {
  return citizen ? make('p', 'citizen', icon('clear'), citizen) : null;
}

export interface FixButtons {
  readonly text: string;
  readonly finding: Finding;
  /** A fix is being written: no second one may start. */
  readonly busy: boolean;
  readonly press: (fix: Fix) => void;
}

export function fixButtons({ text, finding, busy, press }: FixButtons): HTMLElement {
  const buttons = finding.fixes.map((fix, at) => {
    const button = makeButton('fix', `fix ${finding.id} ${at}`, make('span', 'fix-label', fix.label), () => press(fix));
    const preview = previewOf(text, fix);
    if (preview) button.append(previewLine(preview.gone, preview.added));
    if (busy) button.setAttribute('aria-disabled', 'true');
    return button;
  });
  return make('div', 'fixes', ...buttons);
}

function previewLine(gone: string, added: string): HTMLElement {
  const line = make('span', 'fix-preview');
  line.dir = 'auto';
  if (gone) line.append(make('del', '', gone));
  if (gone && added) line.append(' → ');
  if (added) line.append(make('ins', '', added));
  return line;
}

/** A fix the editor did not take, and whether copying it worked (null: not tried). */
export interface Refused {
  readonly fix: Fix;
  readonly copied: boolean | null;
}

/** The person can still make the change, with the words in hand. */
export function copyOffer({ fix, copied }: Refused, at: string, copy: () => void): HTMLElement {
  const offer = make('div', 'offer', make('p', '', words('fix_failed')));
  if (fix.replacement === '') {
    offer.append(make('p', '', words('fix_delete_yourself')));
  } else {
    offer.append(makeButton('plain', at, words('fix_copy'), copy));
    if (copied !== null) offer.append(make('p', '', words(copied ? 'fix_copied' : 'fix_copy_failed')));
    if (copied === false) offer.append(make('p', 'quote', fix.replacement));
  }
  return offer;
}

/** Why, in the rule's words; and the clauses it rests on, to unfold. */
export function whyPart({ why, clause }: Finding, { clauses }: PolicyNames): HTMLElement {
  const part = make('section', 'why', make('h3', '', words('card_why')), make('p', '', why));
  for (const id of clause) {
    const known = clauses[id];
    if (!known) continue; // the policy's names may not have come yet; the reason stands without them
    const summary = make('summary', '', make('span', 'clause-id', clauseMark(id)), ` ${known.title}`);
    summary.dataset.at = `clause ${id}`;
    part.append(make('details', '', summary, make('p', '', known.text)));
  }
  return part;
}

/** `II.3` as the policy numbers it; its supplement has headings only. */
function clauseMark(id: string): string {
  return id.startsWith('S:') ? words('clause_supplement') : id;
}

export function contactsPart(ids: readonly string[], { contacts }: PolicyNames): HTMLElement | null {
  const lines = ids.flatMap((id) => {
    const contact = contacts[id];
    return contact ? [make('li', '', make('strong', '', contact.name), ` ${contact.how}`)] : [];
  });
  if (lines.length === 0) return null;
  return make('section', 'contacts', make('h3', '', words('card_contacts')), make('ul', '', ...lines));
}

/** What the badge says in three words, in full: nobody should take silence on the rest for a check of it. */
export function basicPart(badge: BadgeState): HTMLElement | null {
  return badge.kind === 'findings' && badge.basic !== null ? make('p', 'soft', words('card_basic', badge.basic)) : null;
}
