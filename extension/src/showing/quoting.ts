/** The draft's own words in a card: shortened, never cut inside a character. Pure. */
import { wordsOf } from '../findings/words_of.js';
import type { Finding, Fix } from '../model.js';

/** About one line and a half of the card. */
const LONGEST_QUOTE = 64;
const LONGEST_PREVIEW = 160;

/** The words a finding is about, fit to show; empty when it is about the whole text. */
export function quoteOf(text: string, finding: Finding): string {
  return shortened(wordsOf(finding, text), LONGEST_QUOTE);
}

export interface Preview {
  readonly gone: string;
  readonly added: string;
}

/** What a fix takes away and what it puts in; null when that is too long to read at a glance. */
export function previewOf(text: string, { start, end, replacement }: Fix): Preview | null {
  const gone = text.slice(start, end).trim();
  const added = replacement.trim();
  const isLong = gone.length + added.length > LONGEST_PREVIEW;
  return isLong || gone + added === '' ? null : { gone, added };
}

/** Both ends kept, since the words that matter may stand at either. */
function shortened(words: string, longest: number): string {
  const characters = [...new Intl.Segmenter().segment(words.replace(/\s+/g, ' ').trim())].map(({ segment }) => segment);
  if (characters.length <= longest) return characters.join('');
  const half = Math.floor((longest - 1) / 2);
  return `${characters.slice(0, half).join('').trimEnd()}…${characters.slice(-half).join('').trimStart()}`;
}
