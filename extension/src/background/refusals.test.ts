import { expect, test } from 'vitest';
import { reasonOfStatus } from './refusals.js';

test.each([
  ['a token nobody knows', 401, 'not-paired'],
  ['too many of them', 429, 'not-paired'],
  ['a route of a newer companion', 404, 'companion-older'],
  ['more than a request may hold', 413, 'too-long'],
  ['too much at once', 503, 'too-slow'],
  ['a request that dawdled', 408, 'too-slow'],
  ['a mistake of its own', 500, 'companion-error'],
])('given %s, then that is said', (_, status, reason) => {
  expect(reasonOfStatus(status)).toBe(reason);
});
