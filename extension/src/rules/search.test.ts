import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Node, PatternError, parse } from './pattern.js';
import { programOf } from './program.js';
import { pruned } from './prune.js';
import { search, type Wish } from './search.js';
import { Subject } from './subject.js';

function found(pattern: string, text: string, wish: Wish = {}) {
  const match = search(programOf(parse(pattern)), new Subject(text), 0, wish);
  return match && text.slice(...match.words);
}

test.each<[string, string, string | null]>([
  ['(?i)council', 'The COUNCIL', 'COUNCIL'],
  ['council', 'The COUNCIL', null],
  ['(?i:the) C', 'THE C', 'THE C'],
  ['a(?i)b|c', 'C', 'C'],
  ['(?i)[k-m]+', 'xKLMNx', 'KLM'],
  ['(?i)[^k]', 'Kk!', '!'],
  ['\\bact\\b', 'fact act', 'act'],
  ['\\Bct', 'act', 'ct'],
  ['^b', 'ab', null],
  ['b$', 'b b', 'b'],
  ['a|ab', 'ab', 'a'],
  ['a+?', 'aaa', 'a'],
  ['a{2}', 'aaa', 'aa'],
  ['a{2,}', 'aaa', 'aaa'],
  ['(?P<words>b)c|a(?P<words2>b)', 'ab', 'b'],
  ['.', '\n😀', '😀'],
  ['[^a]', '😀', '😀'],
  ['[\\s,]+', 'a\u00a0, b', ', '],
  ['\\x{1F921}', '🤡', '🤡'],
  ['[-x]+[]y]', 'a-x]', '-x]'],
  ['\\.\\*', 'a.*', '.*'],
])('%s in “%s” marks “%s”', (pattern, text, words) => {
  expect(found(pattern, text)).toBe(words);
});

test('of the matches at the first place the longest, where that is wished', () => {
  expect(found('a|ab|b+', 'xabbb', { longest: true })).toBe('ab');
  expect(found('(?:a|ab)(?:c|bcd)?', 'abcd', { longest: true })).toBe('abcd');
  expect(found('a+', 'aaaa', { limit: 3 })).toBe('aaa');
});

test.each(['(?=a)', '(?<!a)b', '(a', 'a)', '[a', '*a', '\\1', '[[:alpha:]]', '(?m)^a'])('%s is refused', (pattern) => {
  expect(() => parse(pattern)).toThrow(PatternError);
});

/** Small patterns over few letters, in the syntax that RE2 and JavaScript share. */
const patterns = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('a', 'b', 'ab', '-', ' ', '[ab]', '[^a]', '.', '\\b', '^', '$', '\\w'),
    fc.tuple(tie('pattern'), tie('pattern')).map((both) => both.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map((both) => `(?:${both.join('|')})`),
    fc
      .tuple(fc.constantFrom('a', '[ab]', '(?:ab|b)', '-'), fc.constantFrom('*', '+', '?', '*?', '{1,2}'))
      .map((both) => both.join('')),
  ),
})).pattern;
const texts = fc.string({ unit: fc.constantFrom('a', 'b', '-', ' '), maxLength: 12 });

test('it finds what the browser’s own RegExp finds', () => {
  fc.assert(
    fc.property(patterns, texts, (pattern, text) => {
      const native = new RegExp(pattern, 'u').exec(text);
      const match = search(programOf(parse(pattern)), new Subject(text), 0);
      expect(match && [match.start, match.end]).toEqual(native && [native.index, native.index + native[0].length]);
    }),
    { numRuns: 2_000 },
  );
});

test('a pattern cut down to a text finds the same in it', () => {
  const placesOf = (node: Node | null, text: string) => {
    const match = node && search(programOf(node), new Subject(text), 0);
    return match && [match.start, match.end];
  };
  fc.assert(
    fc.property(patterns, texts, (pattern, text) => {
      const whole = parse(pattern);
      expect(placesOf(pruned(whole, new Subject(text)), text)).toEqual(placesOf(whole, text));
    }),
    { numRuns: 2_000 },
  );
});

test('a row of dashes, over which RegExp would go back and forth for ever, is done at once', () => {
  const gap = '(?:[\\s,;:()"-]+[^\\s.!?]+){0,6}?[\\s,;:()"-]+';
  expect(found(`(?i)\\bheard${gap}council\\b`, `heard ${'-'.repeat(500)}`)).toBeNull();
});
