import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lengthOf } from './src/rules/counting.ts';

/** Text → weighted, graphemes, characters; tests/rules/test_counting.py reads the same file. */
const counted = JSON.parse(readFileSync(`${import.meta.dirname}/../tests/rules/counted.json`, 'utf8'));

test.each(counted)('%j is as long as X, Bluesky and the others say', (text, weighted, graphemes, characters) => {
  expect([lengthOf(text, 'weighted'), lengthOf(text, 'graphemes'), lengthOf(text, 'characters')]).toEqual([
    weighted,
    graphemes,
    characters,
  ]);
});
