/** How long a text is, as the site counts it: companion/rules/counting.py, told again. */
import parseTweet from 'twitter-text/dist/esm/parseTweet.js';
import { countOf } from './characters.js';
import type { CompiledSite } from './compiled.js';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export function lengthOf(text: string, counting: CompiledSite['counting']): number {
  if (counting === 'weighted') return parseTweet(text).weightedLength;
  return counting === 'graphemes' ? [...graphemes.segment(text)].length : countOf(text);
}
