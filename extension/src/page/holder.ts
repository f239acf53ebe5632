/** What holds one composer together with its buttons, pictures and names. */
import type { Composer } from './composer.js';
import { matchesAny, upFrom } from './lookup.js';

export const SCOPE = 'form, dialog, [role="dialog"], article, [role="article"]';
/** Without such a holder: how many steps above a composer its pictures and names may hang. */
const NEAR_STEPS = 6;

/** The site's own word for it, else a form, dialog or article, else what stands a few steps above. */
export function holderOf({ element, surface }: Composer): Element {
  const above = [...upFrom(element)];
  return (
    above.find((each) => matchesAny(each, surface.within)) ??
    above.find((each) => each.matches(SCOPE)) ??
    above[Math.min(NEAR_STEPS, above.length - 1)] ??
    element
  );
}
