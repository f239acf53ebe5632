import { expect, test } from 'vitest';
import type { Draft } from '../model.js';
import { isItemAnswer, isPolicy, isReview, isStatus, namesOf, ruleFactsOf } from './answers.js';

const draft = { draft_id: 'd', revision: 7, text: 'You fool 😀' } as Draft;
const finding = {
  id: 'f',
  rule: 'tone/insult',
  clause: ['IV.1'],
  severity: 'warning',
  confidence: 0.9,
  start: 4,
  end: 8,
  title: 't',
  message: 'm',
  why: 'w',
  fixes: [{ label: 'Remove', start: 4, end: 8, replacement: '' }],
  contacts: [],
  detector: 'wording',
};
const review = { draft_id: 'd', revision: 7, status: 'complete', not_checked: [], findings: [finding] };

test.each<[string, unknown, boolean]>([
  ['a review', review, true],
  ['a partial one', { ...review, status: 'partial', not_checked: [{ what: 'tone', why: 'loading' }] }, true],
  ['a finding about the whole text', { ...review, findings: [{ ...finding, start: null, end: null }] }, true],
  ['a span up to the last UTF-16 unit', { ...review, findings: [{ ...finding, end: 11 }] }, true],
  ['a span beyond the text', { ...review, findings: [{ ...finding, end: 12 }] }, false],
  ['a span that is half null', { ...review, findings: [{ ...finding, end: null }] }, false],
  ['a span that runs backwards', { ...review, findings: [{ ...finding, start: 9 }] }, false],
  [
    'a fix beyond the text',
    { ...review, findings: [{ ...finding, fixes: [{ ...finding.fixes[0], end: 99 }] }] },
    false,
  ],
  ['an unknown severity', { ...review, findings: [{ ...finding, severity: 'fatal' }] }, false],
  ['a review of another revision', { ...review, revision: 6 }, false],
  ['a review of another draft', { ...review, draft_id: 'e' }, false],
  ['an unknown status', { ...review, status: 'ok' }, false],
  ['no findings at all', { ...review, findings: undefined }, false],
  ['the answer of some other program', { ok: true }, false],
  ['null', null, false],
])('%s', (_, answer, valid) => {
  expect(isReview(answer, draft)).toBe(valid);
});

test.each<[string, unknown, boolean]>([
  [
    'a status',
    { version: '0.1.0', api: 1, ready: false, detectors: [{ name: 'wording', state: 'loading', detail: '' }] },
    true,
  ],
  ['the answer of some other program', { status: 'ok' }, false],
])('%s', (_, answer, valid) => {
  expect(isStatus(answer)).toBe(valid);
});

test('a line of a scan is about an item that was asked for, with spans inside its text', () => {
  const lengths = new Map([['i1', 4]]);
  const line = { kind: 'item', item_id: 'i1', status: 'complete', not_checked: [], findings: [] };
  const beyond = { ...finding, start: 0, end: 5, fixes: [] };
  expect(isItemAnswer(line, lengths)).toBe(true);
  expect(isItemAnswer({ kind: 'item', item_id: 'i1', error: 'too long' }, lengths)).toBe(true);
  expect(isItemAnswer({ ...line, item_id: 'i2' }, lengths)).toBe(false);
  expect(isItemAnswer({ ...line, findings: [beyond] }, lengths)).toBe(false);
  expect(isItemAnswer({ kind: 'progress', done: 1, of: 2 }, lengths)).toBe(false);
});

test('of the rules a scan keeps what it must know, and no more', () => {
  const rule = { id: 'a/b', title: 'A', modes: ['personal'], surfaces: ['profile'] } as const;
  const other = { ...rule, id: 'a/c', anyone: true, when: { all: [{ context: { employment: ['ended'] } }] } };
  const pack = { id: 'one', clauses: {}, contacts: {}, rules: [{ ...rule, when: { match: [1] } }, other] };
  expect(isPolicy({ packs: [pack] })).toBe(true);
  expect(ruleFactsOf({ packs: [pack] })).toMatchObject([
    { ...rule, anyone: false, asksEmployment: false },
    { id: 'a/c', anyone: true, asksEmployment: true },
  ]);
  expect(isPolicy({ packs: [{ ...pack, rules: [{ id: 'a/b' }] }] })).toBe(false);
});

test('the names of all packs together', () => {
  const rules = [{ id: 'a/b', title: 'A', modes: ['personal'], surfaces: ['post'], when: {} }] as const;
  const one = { id: 'one', rules, clauses: { 'II.3': { title: 'a', text: 'a' } }, contacts: {} };
  const two = {
    id: 'two',
    rules: [],
    clauses: { 'V.1': { title: 'b', text: 'b' } },
    contacts: { hr: { name: 'HR', how: 'call' } },
  };
  expect(isPolicy({ packs: [one, two] })).toBe(true);
  expect(isPolicy({ packs: [null] })).toBe(false);
  expect(namesOf({ packs: [one, two] })).toEqual({
    clauses: { ...one.clauses, ...two.clauses },
    contacts: two.contacts,
  });
});
