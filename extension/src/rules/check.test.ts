import { expect, test } from 'vitest';
import type { Draft, Mode } from '../model.js';
import { checked } from './check.js';
import type { Build, CompiledNode, CompiledRule } from './compiled.js';
import { RuleBook } from './rule_book.js';

const rule = (id: string, when: CompiledNode, more: Partial<CompiledRule> = {}): CompiledRule => ({
  id,
  clause: ['A.1'],
  modes: ['personal'],
  surfaces: ['post'],
  severity: 'advice',
  confidence: 0.8,
  title: 'A title',
  message: '“{words}” may be read otherwise.',
  why: 'Because.',
  report: 'each',
  hold: null,
  fixes: [],
  contacts: [],
  when,
  except: [],
  supports: [],
  least: 0,
  ...more,
});
const matches = (pattern: number): CompiledNode => ({ match: [pattern], disguised: false, in: 'text' });

function book(patterns: string[], ...rules: CompiledRule[]): RuleBook {
  const build: Build = {
    format: 1,
    pack: 'test',
    version: '1',
    title: 'Testing',
    clauses: {},
    contacts: {},
    disclaimers: { full: 'Mine alone.', short: 'Mine.' },
    folding: { lookalikes: {}, masks: '*' },
    abbreviations: ['mr'],
    sites: {},
    patterns,
    rules,
    protected: [],
    companion_only: [],
  };
  return new RuleBook(build);
}

function draft(text: string, mode: Mode = 'personal'): Draft {
  const unknown = { reply_to: null, previous_text: null, shared_text: null, shared_author: null, profile_text: null };
  const context = {
    mode,
    surface: 'post',
    site: 'example.org',
    media: [],
    acting_as: null,
    employment: null,
    pasted_text: null,
    ...unknown,
  } as const;
  return { draft_id: 'd', revision: 1, text, context };
}

test('a finding marks the words, in UTF-16, and says them', () => {
  const { findings } = checked(draft('😀 You fool'), book(['(?i)\\bfool\\b'], rule('tone/insult', matches(0))));
  expect(findings).toMatchObject([
    { rule: 'tone/insult', start: 7, end: 11, message: '“fool” may be read otherwise.', confidence: 0.8 },
  ]);
});

test('the same words said twice are two findings, each with an id of its own', () => {
  const { findings } = checked(draft('fool, fool'), book(['fool'], rule('tone/insult', matches(0))));
  expect(new Set(findings.map(({ id }) => id)).size).toBe(2);
});

test('a rule for another capacity stays quiet', () => {
  const { findings } = checked(draft('fool', 'official'), book(['fool'], rule('tone/insult', matches(0))));
  expect(findings).toEqual([]);
});

test('of two findings of one theme over the same words the graver one stays', () => {
  const rules = [rule('tone/mild', matches(0)), rule('tone/grave', matches(1), { severity: 'warning' })];
  const { findings } = checked(draft('you fool'), book(['you fool', 'fool'], ...rules));
  expect(findings.map(({ rule }) => rule)).toEqual(['tone/grave']);
});

test('a pattern this engine does not know takes its rule out, by name, and no other', () => {
  const rules = [rule('tone/odd', matches(0)), rule('tone/insult', matches(1))];
  const { findings, left } = checked(draft('fool'), book(['(?=f)', 'fool'], ...rules));
  expect(left).toEqual(['tone/odd']);
  expect(findings.map(({ rule }) => rule)).toEqual(['tone/insult']);
});

test('when the time is over, the rules that were not asked are named', () => {
  const rules = [rule('tone/insult', matches(0)), rule('guess/maybe', matches(0))];
  let clock = 0;
  const slow = () => {
    clock += 1_500;
    return clock;
  };
  const { findings, left } = checked(draft('fool'), book(['fool'], ...rules), slow);
  expect(findings.map(({ rule }) => rule)).toEqual(['tone/insult']);
  expect(left).toEqual(['guess/maybe']);
});

test('a very long draft is checked as far as the companion checks it', () => {
  const long = `fool ${'a'.repeat(20_000)} fool`;
  const { findings, isCut } = checked(draft(long), book(['fool'], rule('tone/insult', matches(0))));
  expect(isCut).toBe(true);
  expect(findings.length).toBe(1);
});

test('words with which removed ones make no sense go with them', () => {
  const fix = { label: 'Remove', remove: 'words', replace: null, over: 'words', insert: null, at: 'end' } as const;
  const patterns = ['12 Elm', '(?i)(?:\\bat\\b)[\\s:#=-]*$'];
  const one = rule('a/b', matches(0), { fixes: [{ ...fix, lead: 1, trail: null }] });
  const [finding] = checked(draft('She lives at 12 Elm, I think'), book(patterns, one)).findings;
  expect(finding?.fixes).toEqual([{ label: 'Remove', start: 9, end: 19, replacement: '' }]);
});
