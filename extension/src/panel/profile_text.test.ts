import { expect, test } from 'vitest';
import type { ProfilePart } from '../items.js';
import type { Finding, Fix, RuleFacts } from '../model.js';
import { partOf, profileText, withFixesOf, withoutRepeats, wordingWith } from './profile_text.js';

const part = (kind: ProfilePart['kind'], text: string): ProfilePart => ({ kind, text, item_id: text });
const parts = [
  part('name', 'Jordan Avery'),
  part('text', 'Planner, City. 🚲'),
  part('picture', 'Jordan in uniform'),
  part('link', 'city.example'),
];
const profile = profileText(parts);
const at = (words: string) => ({ start: profile.text.indexOf(words) });
const fix = (start: number, end: number, replacement: string): Fix => ({ label: '', start, end, replacement });

test('the parts are one text, a line each', () => {
  expect(profile.text).toBe('Jordan Avery\nPlanner, City. 🚲\nJordan in uniform\ncity.example');
  for (const { part: each, start, end } of profile.places) expect(profile.text.slice(start, end)).toBe(each.text);
});

test.each(['Jordan Avery', 'City', 'uniform', 'city.example'])('%s leads back to its part', (words) => {
  expect(partOf(at(words), profile)?.part.text).toContain(words);
});

test('a finding about the whole profile belongs to no part', () => {
  expect(partOf({ start: null }, profile)).toBeNull();
});

test('a disclaimer goes behind the words, not behind the links', () => {
  const added = fix(profile.text.length, profile.text.length, '\nViews are my own.');
  expect(wordingWith(added, at('City'), profile)).toBe('Planner, City. 🚲\nViews are my own.');
});

test('“Former” goes before the words it is about, not before the name', () => {
  expect(wordingWith(fix(0, 0, 'Former '), at('City'), profile)).toBe('Former Planner, City. 🚲');
});

test('words that are taken out go from their own part', () => {
  const { start } = at('uniform');
  expect(wordingWith(fix(start - 3, start + 7, ''), at('uniform'), profile)).toBe('Jordan');
});

test('a removal that reaches into the next line stays in its part', () => {
  const { start } = at('Planner');
  expect(wordingWith(fix(start, start + 60, 'X'), at('Planner'), profile)).toBe('X');
});

test('rules made for profiles come first, and what says the same again is left out', () => {
  const rule = (id: string, ...surfaces: string[]) => ({ id, surfaces }) as unknown as RuleFacts;
  const rules = [
    rule('profile/disclaimer', 'profile'),
    rule('missing/disclaimer', 'post', 'profile'),
    rule('marks/any', 'profile', 'post'),
  ];
  const finding = (id: string, start: number | null, ...fixes: Fix[]) =>
    ({ rule: id, start, end: start === null ? null : start + 4, fixes }) as unknown as Finding;
  const told = withoutRepeats(
    [
      finding('missing/disclaimer', null, fix(40, 40, '\nMine.')),
      finding('marks/any', 13),
      finding('marks/any', 22),
      finding('profile/disclaimer', 13, fix(50, 50, '\nMine.')),
    ],
    rules,
  );
  expect(told.map(({ rule: id, start }) => [id, start])).toEqual([
    ['profile/disclaimer', 13],
    ['marks/any', 22],
  ]);
});

test('a fix that has room in the words alone is offered for the whole profile', () => {
  const finding = (start: number | null, ...fixes: Fix[]) => ({ rule: 'a/b', start, fixes }) as unknown as Finding;
  const bio = 'Planner, City. 🚲';
  const city = at('City').start;
  const [told] = withFixesOf([finding(9, fix(bio.length, bio.length, '\nMine.'))], [finding(city)], profile);
  expect(told && wordingWith(told.fixes[0] as Fix, told, profile)).toBe('Planner, City. 🚲\nMine.');
  const [elsewhere] = withFixesOf([finding(2, fix(0, 0, 'x'))], [finding(city)], profile);
  expect(elsewhere?.fixes).toEqual([]);
});
