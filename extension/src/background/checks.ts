/**
 * One check in flight for each draft; the newest revision wins. When the companion does not answer, the basic rules
 * are asked here. A failure is said, never an empty list.
 */
import type { CheckReply, Draft } from '../model.js';
import { basicReview, isOurPolicy } from './basic.js';
import { renewToken, review } from './companion.js';
import { ignoredAmong } from './dismissals.js';

const inFlight = new Map<string, AbortController>();

/** `host`: the site's, on which some findings may be ignored. */
export async function check(draft: Draft, host: string): Promise<CheckReply> {
  inFlight.get(draft.draft_id)?.abort(); // absent when nothing older is under way
  const controller = new AbortController();
  inFlight.set(draft.draft_id, controller);
  try {
    const answer = await review(draft, controller.signal);
    if (answer.ok) void renewToken();
    if (!answer.ok && (controller.signal.aborted || !(await isOurPolicy()))) return answer; // aborted: a newer revision
    const found = answer.ok ? answer.value : basicReview(draft);
    const ignored = await ignoredAmong(found.findings, draft.text, host);
    return { ok: true, review: found, basic: answer.ok ? null : answer.reason, ignored };
  } finally {
    if (inFlight.get(draft.draft_id) === controller) inFlight.delete(draft.draft_id);
  }
}
