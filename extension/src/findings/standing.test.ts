import { expect, test } from 'vitest';
import type { Finding, Severity } from '../model.js';
import { badgeOf, countOf, type Standing, verdictOf } from './standing.js';

const finding = (severity: Severity): Finding => ({
  id: severity,
  rule: 'test/rule',
  clause: [],
  severity,
  confidence: 1,
  start: 0,
  end: 1,
  title: '',
  message: '',
  why: '',
  fixes: [],
  contacts: [],
  detector: 'test',
});
const standing = (parts: Partial<Standing>): Standing => ({
  open: [],
  gaps: [],
  basic: null,
  failure: null,
  isNewest: true,
  ...parts,
});
const gap = { what: 'tone', why: 'The tone model is still loading.' };

test.each<[string, Standing, ReturnType<typeof badgeOf>, number | null]>([
  ['checked and clear', standing({}), { kind: 'clear' }, 0],
  ['not answered yet', standing({ isNewest: false }), { kind: 'checking' }, 0],
  ['checked in part', standing({ gaps: [gap] }), { kind: 'not-checked', why: gap.why }, null],
  ['companion off', standing({ failure: 'off' }), { kind: 'not-checked', why: 'off' }, null],
  [
    'companion off, findings of earlier',
    standing({ failure: 'off', open: [finding('serious')] }),
    { kind: 'not-checked', why: 'off' },
    null,
  ],
  [
    'found',
    standing({ open: [finding('advice')] }),
    { kind: 'findings', count: 1, worst: 'advice', partial: false, basic: null },
    1,
  ],
  [
    'found, and typed on',
    standing({ open: [finding('advice'), finding('serious')], isNewest: false }),
    { kind: 'findings', count: 2, worst: 'serious', partial: false, basic: null },
    2,
  ],
  [
    'found in part',
    standing({ open: [finding('info')], gaps: [gap] }),
    { kind: 'findings', count: 1, worst: 'info', partial: true, basic: null },
    1,
  ],
  [
    'basic checks only',
    standing({ basic: 'Off.', gaps: [gap] }),
    { kind: 'basic', why: 'Off. The tone model is still loading.' },
    null,
  ],
  [
    'found by basic checks',
    standing({ basic: 'Off.', gaps: [gap], open: [finding('warning')] }),
    {
      kind: 'findings',
      count: 1,
      worst: 'warning',
      partial: false,
      basic: 'Off. The tone model is still loading.',
    },
    1,
  ],
  ['basic checks of an older text', standing({ basic: 'Off.', isNewest: false }), { kind: 'checking' }, 0],
])('the badge when %s', (_, what, badge, count) => {
  expect(badgeOf(what)).toEqual(badge);
  expect(countOf(badge)).toBe(count);
});

test.each<[string, Standing, ReturnType<typeof verdictOf>]>([
  ['clear', standing({}), 'go'],
  ['only advice', standing({ open: [finding('advice')] }), 'go'],
  ['a warning', standing({ open: [finding('warning')] }), 'second-look'],
  ['a warning in a text typed on since', standing({ open: [finding('warning')], isNewest: false }), 'second-look'],
  ['no answer yet', standing({ isNewest: false }), 'wait'],
  ['companion off', standing({ failure: 'off', isNewest: false }), 'go'],
  ['companion off, a warning of earlier', standing({ failure: 'off', open: [finding('serious')] }), 'go'],
  ['basic checks only, clear', standing({ basic: 'Off.' }), 'go'],
  ['basic checks only, a warning', standing({ basic: 'Off.', open: [finding('warning')] }), 'second-look'],
])('a press of Post with %s', (_, what, verdict) => {
  expect(verdictOf(what)).toBe(verdict);
});
