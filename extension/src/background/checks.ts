/** One check in flight for each draft; the newest revision wins. A failure is said, never an empty list. */
import type { CheckReply, Draft } from '../model.js';
import { review } from './companion.js';

const inFlight = new Map<string, AbortController>();

export async function check(draft: Draft): Promise<CheckReply> {
  inFlight.get(draft.draft_id)?.abort(); // absent when nothing older is under way
  const controller = new AbortController();
  inFlight.set(draft.draft_id, controller);
  try {
    const answer = await review(draft, controller.signal);
    return answer.ok ? { ok: true, review: answer.value } : answer;
  } finally {
    if (inFlight.get(draft.draft_id) === controller) inFlight.delete(draft.draft_id);
  }
}
