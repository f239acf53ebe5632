/** Edits → one review of the newest text. An older answer is never shown. */
import { ask, Unavailable } from './companion.js';

const PAUSE_MS = 250;

/**
 * @param {() => {text: string, context: object}} draft what to check, asked for when the pause is over
 * @param {(outcome: {kind: 'checking' | 'empty'} | {kind: 'review', review: object, text: string}
 *   | {kind: 'unavailable', error: Unavailable}) => void} show
 */
export function checker(draft, show) {
  let revision = 0;
  let running = new AbortController();
  let pause = 0;

  async function check(mine) {
    const { text, context } = draft();
    if (!text) return show({ kind: 'empty' });
    show({ kind: 'checking' });
    try {
      const review = await ask('check', { draft_id: 'try', revision: mine, text, context }, running.signal);
      if (review.revision === revision) show({ kind: 'review', review, text });
    } catch (error) {
      if (mine === revision && error instanceof Unavailable) show({ kind: 'unavailable', error });
    }
  }

  return function checkSoon({ now = false } = {}) {
    revision += 1;
    running.abort();
    running = new AbortController();
    clearTimeout(pause);
    const mine = revision;
    pause = setTimeout(() => check(mine), now ? 0 : PAUSE_MS);
  };
}
