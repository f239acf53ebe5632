import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchSize } from './queue.js';

test('short texts go together, fifty at once', () => {
  expect(batchSize(Array.from({ length: 500 }, () => ({ text: 'a post' })))).toBe(50);
  expect(batchSize([{ text: 'one' }, { text: 'two' }])).toBe(2);
  expect(batchSize([])).toBe(0);
});

test('whatever the texts, a batch fits into a body and holds at least one', () => {
  // JSON makes six bytes of a control character, UTF-8 three of a Chinese one.
  const text = fc.tuple(fc.constantFrom('a', '字', '😀', '\u0001'), fc.integer({ min: 1, max: 20_000 }));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 60 }), (drawn) => {
      const items = drawn.map(([letter, length]) => ({ text: letter.repeat(length / letter.length) }));
      const size = batchSize(items);
      expect(size).toBeGreaterThan(0);
      const body = JSON.stringify(items.slice(0, size));
      expect(new TextEncoder().encode(body).length).toBeLessThan(1_000_000);
    }),
  );
});
