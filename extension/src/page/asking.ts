/** Asking the background from a page, which may outlive the extension it belongs to. */
import { type Ask, ask, type Reply } from '../messages.js';

/** Resolves to undefined when the background could not answer. */
export type Asking = <A extends Ask>(message: A) => Promise<Reply<A['kind']> | undefined>;

/** `leave` is called when the extension was updated or removed under this page: nothing of it works any more. */
export function asking(leave: () => void): Asking {
  return async (message) => {
    try {
      return await ask(message);
    } catch {
      // Either nobody of ours is left, or the worker was stopped in the middle of its answer: no answer, both times.
      if (!chrome.runtime?.id) leave();
      return undefined;
    }
  };
}
