/** The phrases and rules ignored on a site. Only a keyed hash of each is kept, so the list tells what is known besides. */
import type { Dismissal } from '../messages.js';
import { make, makeButton, redraw } from '../showing/element.js';
import { words } from '../words.js';
import { $, askSurely } from './page.js';

export async function startIgnored(): Promise<void> {
  const list = $('ignored', HTMLUListElement);

  function show(dismissals: readonly Dismissal[]): void {
    redraw(list, dismissals.map(row), () => $('ignored-heading', HTMLElement));
    $('ignored-none', HTMLElement).hidden = dismissals.length > 0;
  }

  function row({ id, title, host, since, length }: Dismissal): HTMLElement {
    const date = new Date(since).toLocaleDateString(words('language'), { dateStyle: 'medium', timeZone: 'UTC' });
    const said = length === null ? words('ignored_rule_about', host, date) : words('ignored_about', host, date, length);
    const about = make('p', 'soft', said);
    const restore = makeButton('plain', `restore ${id}`, words('ignored_restore'), async () =>
      show(await askSurely({ kind: 'restore', id })),
    );
    restore.setAttribute('aria-label', words('ignored_restore_named', title, host));
    return make('li', '', make('div', '', make('p', 'what', title), about), restore);
  }

  show(await askSurely({ kind: 'dismissals' }));
}
