import { expect, it } from 'vitest';
import type { Finding, Fix } from '../model.js';
import { previewOf, quoteOf } from './quoting.js';

const about = (start: number | null, end: number | null) => ({ start, end }) as Finding;
const fix = (start: number, end: number, replacement: string): Fix => ({ label: 'Fix', start, end, replacement });

it('quotes the words, on one line', () => {
  expect(quoteOf('My SSN is\n123', about(3, 13))).toBe('SSN is 123');
  expect(quoteOf('My SSN', about(null, null))).toBe('');
});

it('keeps both ends of a long quote and no half of an emoji', () => {
  const family = '👩‍👩‍👧';
  const quote = quoteOf(family.repeat(100), about(0, family.length * 100));
  expect(quote).toBe(`${family.repeat(31)}…${family.repeat(31)}`);
});

it('shows what a short fix changes', () => {
  expect(previewOf('call 555-0100 now', fix(5, 13, '(number left out)'))).toEqual({
    gone: '555-0100',
    added: '(number left out)',
  });
});

it('shows no preview that nobody would read, and none of nothing', () => {
  expect(previewOf('', fix(0, 0, 'x'.repeat(200)))).toBeNull();
  expect(previewOf('a  b', fix(1, 2, ''))).toBeNull();
});
