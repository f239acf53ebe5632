import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding, Fix } from '../model.js';
import { correctionOf } from './correction.js';

const finding = (...fixes: Fix[]) => ({ rule: 'x/y', fixes }) as unknown as Finding;
const fix = (start: number, end: number, replacement = ''): Fix => ({ label: '', start, end, replacement });

test('each finding’s first fix is in it, with the note in front', () => {
  const text = 'Her SSN is 536-22-8714, you moron.';
  const told = correctionOf(text, [finding(fix(11, 22, '[removed]')), finding(fix(22, 33))], 'Edited:');
  expect(told?.text).toBe('Edited: Her SSN is [removed].');
});

test('of two fixes on the same words only one is made', () => {
  const told = correctionOf('call 555-0142 now', [finding(fix(5, 13)), finding(fix(0, 13, 'call us'))], 'Edited:');
  expect(told?.text).toBe('Edited: call now');
});

test('two additions at the end are both there, in order', () => {
  const told = correctionOf('Go team', [finding(fix(7, 7, ' One.')), finding(fix(0, 2, 'Hurray,'))], 'Edited:');
  expect(told?.text).toBe('Edited: Hurray, team One.');
});

test('a finding without a fix is named, and without any fix there is no correction', () => {
  const silent = finding();
  expect(correctionOf('a b', [silent, finding(fix(0, 1))], 'Edited:')?.left).toEqual([silent]);
  expect(correctionOf('a b', [silent], 'Edited:')).toBeNull();
});

test('whatever the fixes, nothing outside of them is lost', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(words, fc.nat(7), (said, at) => {
      const text = said.join(' ');
      const start = said.slice(0, at).join(' ').length;
      const word = said[at];
      fc.pre(word !== undefined);
      const from = at === 0 ? 0 : start + 1;
      const told = correctionOf(text, [finding(fix(from, from + word.length, 'X'))], 'E:');
      expect(told?.text).toBe(`E: ${said.with(at, 'X').join(' ')}`);
    }),
  );
});
