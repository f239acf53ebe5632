/** What was not checked, each with its reason: silence about something is never a check of it. */
import type { Item, Unread } from '../items.js';
import type { NotChecked } from '../model.js';
import { $ } from '../pages/page.js';
import { make, makeButton } from '../showing/element.js';
import { words } from '../words.js';
import { excerptOf } from './excerpt.js';
import type { NotCheckedRow } from './report.js';
import type { Scan } from './scan.js';

export function notCheckedIn(scan: Scan): NotCheckedRow[] {
  const left = scan.unchecked.map(({ item, notes }) => ({
    item,
    reason: 'check' as const,
    why: uncheckedWords(notes),
  }));
  const unread = scan.unread.map((each) => ({
    item: (each.item_id === null ? undefined : scan.items.get(each.item_id)) ?? null,
    reason: each.reason,
    why: unreadWords(each),
  }));
  return [...unread, ...left];
}

export function unreadWords({ reason, about }: Pick<Unread, 'reason' | 'about'>): string {
  switch (reason) {
    case 'picture':
      return about ? words('panel_unread_picture_named', about) : words('panel_unread_picture');
    case 'frame':
      return about ? words('panel_unread_frame_named', about) : words('panel_unread_frame');
    case 'long':
      return words('panel_unread_long', about);
    case 'many':
      return words('panel_unread_many', about);
  }
}

function uncheckedWords(notes: readonly NotChecked[]): string {
  if (notes.length === 0) return words('panel_unread_check');
  return words('panel_unread_partly', [...new Set(notes.map(({ why }) => why))].join(' '));
}

/** One line for each reason, with the places it concerns; `jump` shows one on the page. */
export class Unchecked {
  private readonly open = new Set<string>();
  private drawn = '';

  constructor(private readonly jump: (item_id: string) => void) {}

  show(scan: Scan): void {
    const section = $('unchecked', HTMLElement);
    const told = notCheckedIn(scan);
    const ids = [...scan.unread.map(({ item_id }) => item_id), ...scan.unchecked.map(({ item }) => item.item_id)];
    const key = JSON.stringify([told.map(({ why }) => why), ids]);
    if (key === this.drawn) return;
    this.drawn = key;
    section.hidden = told.length === 0;
    const byReason = new Map<string, { item: Item | null; id: string | null }[]>();
    for (const [at, { why, item }] of told.entries()) {
      byReason.set(why, [...(byReason.get(why) ?? []), { item, id: ids[at] ?? null }]);
    }
    const heading = make('h2', '', words('panel_unchecked', told.length));
    heading.id = 'unchecked-heading';
    section.setAttribute('aria-labelledby', heading.id);
    const lines = [...byReason].map(([why, places]) => this.reason(why, places));
    section.replaceChildren(heading, make('ul', 'reasons', ...lines));
  }

  private reason(why: string, places: readonly { item: Item | null; id: string | null }[]): HTMLElement {
    const jumps = places.filter(({ id }) => id !== null);
    const said = places.length > 1 ? `${why} (${places.length})` : why;
    if (jumps.length === 0) return make('li', '', said);
    const details = make('details', '', make('summary', '', said));
    details.open = this.open.has(why);
    const fill = () => {
      if (!details.open || details.childElementCount > 1) return;
      details.append(make('ul', '', ...jumps.slice(0, 100).map(({ item, id }) => this.place(item, id ?? ''))));
    };
    details.addEventListener('toggle', () => {
      if (details.open) this.open.add(why);
      else this.open.delete(why);
      fill();
    });
    fill();
    return make('li', '', details);
  }

  private place(item: Item | null, id: string): HTMLElement {
    const about = item ? excerptOf(item.text.slice(0, 80), null, null).before : '';
    const button = makeButton('link', `jump ${id}`, words('panel_show'), () => this.jump(id));
    button.setAttribute('aria-label', words('panel_show_named', about || id));
    return make('li', 'line', make('span', 'soft', about), button);
  }
}
