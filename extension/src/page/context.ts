/** What is known about where a draft would go. What is not known is null: the companion never guesses from it. */
import type { DraftContext, Mode } from '../model.js';
import type { Site } from '../site.js';
import type { Composer } from './composer.js';

export function contextOf(composer: Composer, site: Site, mode: Mode): DraftContext {
  return {
    mode,
    surface: composer.surface.surface,
    site: site.id,
    reply_to: null,
    previous_text: null,
    shared_text: null,
    shared_author: null,
    media: [],
    profile_text: null,
    acting_as: null,
    employment: null,
  };
}
