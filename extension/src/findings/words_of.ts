import type { Finding } from '../model.js';

/** The words a finding is about; none for one about the whole text. */
export function wordsOf({ start, end }: Pick<Finding, 'start' | 'end'>, text: string): string {
  return start === null || end === null ? '' : text.slice(start, end);
}
