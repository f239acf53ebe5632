/**
 * One check in flight for each draft; the newest revision wins. When the companion does not answer, the basic rules
 * are asked here. A failure is said, never an empty list.
 */
import type { CheckReply, Draft } from '../model.js';
import { basicReview, isOurPolicy } from './basic.js';
import { renewToken, review } from './companion.js';

const inFlight = new Map<string, AbortController>();

export async function check(draft: Draft): Promise<CheckReply> {
  inFlight.get(draft.draft_id)?.abort(); // absent when nothing older is under way
  const controller = new AbortController();
  inFlight.set(draft.draft_id, controller);
  try {
    const answer = await review(draft, controller.signal);
    if (answer.ok) void renewToken();
    if (answer.ok) return { ok: true, review: answer.value, basic: null };
    if (controller.signal.aborted || !(await isOurPolicy())) return answer; // aborted: a newer revision is asked about
    return { ok: true, review: basicReview(draft), basic: answer.reason };
  } finally {
    if (inFlight.get(draft.draft_id) === controller) inFlight.delete(draft.draft_id);
  }
}
