/** What is known about where a draft would go. What is not known is null: the companion never guesses from it. */

import type { Person } from '../messages.js';
import type { DraftContext, Mode } from '../model.js';
import type { Site } from '../site.js';
import type { Composer } from './composer.js';
import { holderOf } from './holder.js';
import { nearestText, textOf } from './lookup.js';
import { mediaIn } from './media.js';

/** What the page cannot say by itself at this moment: it was seen to happen. */
export interface Happened {
  /** What stood in the box before it was edited; null where nothing was published yet. */
  readonly previous: string | null;
  /** The longest text pasted into the draft that still stands in it. */
  readonly pasted: string | null;
  /** A live broadcast was started from here. */
  readonly isLive: boolean;
}

/** Enough for every rule, little enough for every request. */
const LONGEST = 10_000;

export function contextOf(composer: Composer, site: Site, person: Person, happened: Happened): DraftContext {
  const { element, surface } = composer;
  const holder = holderOf(composer);
  const acting = nearestText(element, surface.acting_as) ?? textOf(document, site.acting_as);
  return {
    mode: modeAs(acting, person),
    surface: happened.isLive ? 'live' : surface.surface,
    site: site.id,
    reply_to: cut(nearestText(element, surface.reply_to)),
    previous_text: cut(happened.previous),
    shared_text: cut(textOf(holder, surface.shared.text)),
    shared_author: cut(textOf(holder, surface.shared.author)),
    media: mediaIn(holder, surface),
    profile_text: cut(person.profile),
    acting_as: cut(acting),
    employment: person.employment,
    pasted_text: cut(happened.pasted),
  };
}

/** The person says of each name whether it is an official one; an unknown name writes as the site's switch says. */
function modeAs(acting: string | null, { mode, identities }: Person): Mode {
  return (acting === null ? undefined : identities[acting]) ?? mode;
}

const cut = (text: string | null) => text?.slice(0, LONGEST) ?? null;
