import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Finding, Severity } from '../model.js';
import { segmentsOf } from './segments.js';

const finding = (id: string, start: number | null, end: number | null, severity: Severity = 'advice'): Finding => ({
  id,
  start,
  end,
  severity,
  rule: 'obscenity',
  clause: [],
  confidence: 1,
  title: '',
  message: '',
  why: '',
  fixes: [],
  contacts: [],
  detector: 'wording',
});

it('leaves a text without findings whole', () => {
  expect(segmentsOf(5, [finding('all', null, null)])).toEqual([{ start: 0, end: 5, severity: null, ids: [] }]);
});

it('draws the worst where two overlap', () => {
  expect(segmentsOf(10, [finding('a', 2, 6), finding('b', 4, 8, 'serious')])).toEqual([
    { start: 0, end: 2, severity: null, ids: [] },
    { start: 2, end: 4, severity: 'advice', ids: ['a'] },
    { start: 4, end: 6, severity: 'serious', ids: ['b', 'a'] },
    { start: 6, end: 8, severity: 'serious', ids: ['b'] },
    { start: 8, end: 10, severity: null, ids: [] },
  ]);
});

it('has no piece for an empty text', () => {
  expect(segmentsOf(0, [])).toEqual([]);
});

it('puts every text together again, whatever the findings', () => {
  const span = fc.tuple(fc.nat(40), fc.nat(40), fc.constantFrom<Severity>('info', 'serious'));
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(span), (text, spans) => {
      const findings = spans.map(([start, end, severity], at) => finding(String(at), start, end, severity));
      const pieces = segmentsOf(text.length, findings);
      expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    }),
  );
});
