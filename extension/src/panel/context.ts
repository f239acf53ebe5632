/** What is known around something that is written already. The rest of a draft's surroundings is gone by then: null. */
import type { DraftContext } from '../model.js';

export type Known = Pick<DraftContext, 'mode' | 'surface' | 'site' | 'employment'> & Partial<DraftContext>;

export function contextWith(known: Known): DraftContext {
  return {
    reply_to: null,
    previous_text: null,
    shared_text: null,
    shared_author: null,
    media: [],
    profile_text: null,
    acting_as: null,
    pasted_text: null,
    ...known,
  };
}
