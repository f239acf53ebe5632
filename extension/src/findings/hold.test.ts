import { expect, test } from 'vitest';
import type { Finding } from '../model.js';
import { withoutHeld } from './hold.js';

const TEXT_FINDING: Finding = {
  id: 'x',
  rule: 'test/rule',
  clause: [],
  severity: 'advice',
  confidence: 1,
  start: null,
  end: null,
  title: '',
  message: '',
  why: '',
  fixes: [],
  contacts: [],
  detector: 'test',
  hold: 'sentence',
};
const about = (text: string, words: string): Finding => {
  const start = text.indexOf(words);
  return { ...TEXT_FINDING, start, end: start + words.length };
};

test.each([
  ['Rumor has it', false],
  ['Rumor has it the pool at 3.5 feet', false],
  ['Rumor has it the pool closes.', true],
  ['“Rumor has it the pool closes.”', true],
  ['Rumor has it the pool closes! I wo', true],
  ['Rumor has it\nthe po', true],
  ['It rained. Rumor has it the po', false],
  ['Rumor has it…', true],
])('%j: words are told once their sentence has ended: %s', (text, isTold) => {
  const finding = about(text, 'Rumor has it');
  expect(withoutHeld([finding], text)).toEqual(isTold ? [finding] : []);
});

test.each([
  ['Sign up today', false],
  ['Sign up today. It is fr', false],
  ['Sign up today. It is free! ', true],
  ['Sign up today\n', true],
  ['', false],
])('%j: what is about the whole text is told once its last sentence has ended: %s', (text, isTold) => {
  expect(withoutHeld([TEXT_FINDING], text)).toHaveLength(isTold ? 1 : 0);
});

test('a finding that does not wait is told at once', () => {
  const text = 'Rumor has it';
  const findings = [
    { ...about(text, 'Rumor'), hold: null },
    { ...about(text, 'has'), hold: undefined },
  ] as const;
  expect(withoutHeld(findings as readonly Finding[], text)).toEqual(findings);
});
