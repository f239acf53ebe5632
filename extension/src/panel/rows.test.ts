import { expect, test } from 'vitest';
import type { Item } from '../items.js';
import type { Finding, RuleFacts, Severity } from '../model.js';
import { concerns, counts, grouped, type Row, shown } from './rows.js';

const item = (text: string, author: string | null = 'Jordan', own: boolean | null = null) =>
  ({ item_id: text, text, author, own, surface: 'post', time: null, permalink: null, kind: 'text' }) as Item;
const finding = (rule: string, severity: Severity) =>
  ({ rule, severity, title: rule, message: '', start: null, end: null, clause: [], fixes: [] }) as unknown as Finding;
const row = (text: string, rule: string, severity: Severity, author?: string | null): Row => ({
  item: item(text, author),
  finding: finding(rule, severity),
});
const ALL = new Set<Severity>(['serious', 'warning', 'advice', 'info']);

test('severities come worst first', () => {
  const rows = [row('a', 'x/1', 'info'), row('b', 'x/2', 'serious'), row('c', 'x/3', 'advice')];
  expect(grouped(rows, 'severity').map(({ key }) => key)).toEqual(['serious', 'advice', 'info']);
});

test('of rules as bad as each other the more frequent one comes first, and its rows keep the page’s order', () => {
  const rows = [row('a', 'x/1', 'warning'), row('b', 'x/2', 'warning'), row('c', 'x/2', 'warning')];
  expect(grouped(rows, 'rule').map(({ key, rows: [first] }) => [key, first?.item.text])).toEqual([
    ['x/2', 'b'],
    ['x/1', 'a'],
  ]);
});

test('texts that nobody is named for are a group of their own', () => {
  const rows = [row('a', 'x/1', 'info', null), row('b', 'x/1', 'info', 'Kim')];
  expect(grouped(rows, 'author').map(({ key }) => key)).toEqual(['', 'Kim']);
});

test.each<[string, string[]]>([
  ['', ['Große Straße', 'small']],
  ['  STRASSE groß', []],
  ['große', ['Große Straße']],
  ['jordan small', ['small']],
  ['tone/insult', ['small']],
])('searching for %j shows %j', (words, texts) => {
  const rows = [row('Große Straße', 'pii/street', 'info'), row('small', 'tone/insult', 'info')];
  expect(shown(rows, { severities: ALL, words }).map(({ item: { text } }) => text)).toEqual(texts);
});

test('only the chosen severities are shown, and all are counted', () => {
  const rows = [row('a', 'x/1', 'info'), row('b', 'x/2', 'serious')];
  expect(shown(rows, { severities: new Set(['serious']), words: '' })).toEqual([rows[1]]);
  expect(counts(rows)).toEqual({ serious: 1, warning: 0, advice: 0, info: 1 });
});

test.each<[string, boolean | null, string[]]>([
  ['my own', true, ['missing-disclaimer/city', 'speculation/plans', 'commerce/sells', 'threat/harm']],
  ['somebody else’s', false, ['commerce/sells', 'threat/harm']],
  ['nobody knows whose', null, ['speculation/plans', 'commerce/sells', 'threat/harm']],
])('of words that are %s, the policy says what concerns them', (_, own, expected) => {
  const facts = { title: '', surfaces: [], asksEmployment: false };
  const rules: RuleFacts[] = [
    { ...facts, id: 'missing-disclaimer/city', modes: ['personal'], anyone: false },
    { ...facts, id: 'speculation/plans', modes: ['personal', 'official'], anyone: false },
    { ...facts, id: 'commerce/sells', modes: ['official'], anyone: true },
    { ...facts, id: 'threat/harm', modes: ['personal', 'official'], anyone: true },
  ];
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const told = rules.filter(({ id }) => concerns(finding(id, 'advice'), item('a', 'Kim', own), known));
  expect(told.map(({ id }) => id)).toEqual(expected);
});
