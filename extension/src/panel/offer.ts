/** "You say here that you work for the City": offered once for each site, never again after a no. */
import type { State } from '../messages.js';
import type { ItemReview } from '../model.js';
import { askSurely } from '../pages/page.js';
import { modeOn, switchOn } from '../pages/site_switch.js';
import { make, makeButton } from '../showing/element.js';
import { mainHostOf, siteOf } from '../sites.js';
import { words } from '../words.js';

/** The rule by which a policy recognises its own staff in a profile (docs/writing-rules.md). A pack without it makes no offer. */
const RECOGNISES = 'profile-consistency/says-works-here';

export async function offerFor(host: string, { findings }: ItemReview, state: State): Promise<HTMLElement | null> {
  if (!findings.some(({ rule }) => rule === RECOGNISES)) return null;
  if (modeOn(state, mainHostOf(host)) !== undefined) return null;
  if (await askSurely({ kind: 'has-declined', host })) return null;
  return offer(host);
}

function offer(host: string): HTMLElement {
  const { title, default_mode } = siteOf(host);
  const problem = make('p', 'problem');
  problem.setAttribute('role', 'alert');
  const box = make('div', 'state question');
  const yes = makeButton('primary', 'yes', words('profile_offer_yes'), async () => {
    const isOn = await switchOn(mainHostOf(host), default_mode, () => undefined);
    if (isOn) box.replaceChildren(make('p', 'done', words('profile_offer_done', title)));
    else problem.textContent = words('site_declined');
  });
  const no = makeButton('', 'no', words('profile_offer_no'), async () => {
    await askSurely({ kind: 'decline', host });
    box.remove();
  });
  box.append(
    make(
      'div',
      '',
      make('p', 'what', words('profile_offer')),
      make('p', 'soft', words('profile_offer_why')),
      make('div', 'line', yes, no),
      problem,
    ),
  );
  return box;
}
