/**
 * The person's own profile, read when they look at it themselves, and remembered for this site on this computer:
 * a disclaimer that stands there counts for every post. Nobody else's profile is kept.
 */

import { firstOf, textOf } from './lookup.js';
import type { Surroundings } from './surroundings.js';

/** The profile is on the screen for certain when its owner turns away from it. */
const MOMENTS = ['click', 'focusin', 'pagehide', 'visibilitychange'];

export function watchProfile(around: Surroundings, lifetime: AbortSignal): void {
  if (window !== window.top) return; // profiles are pages, not frames
  const look = () => {
    const { own, text } = around.site.profile;
    if (!firstOf(document, own)) return;
    const said = textOf(document, text);
    if (said === null || said === around.person.profile) return;
    around.person = { ...around.person, profile: said };
    void around.ask({ kind: 'own-profile', text: said });
  };
  for (const moment of MOMENTS)
    window.addEventListener(moment, look, { capture: true, passive: true, signal: lifetime });
}
