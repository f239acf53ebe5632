import { expect, test } from 'vitest';
import type { Finding, Severity } from '../model.js';
import { deservesSecondLook, inOrder, worstOf } from './order.js';

const finding = (id: string, severity: Severity, start: number | null): Finding => ({
  id,
  rule: `test/${id}`,
  clause: [],
  severity,
  confidence: 1,
  start,
  end: start === null ? null : start + 1,
  title: '',
  message: '',
  why: '',
  fixes: [],
  contacts: [],
  detector: 'test',
});

test('worst first, then by place, then what is about the whole text', () => {
  const findings = [
    finding('whole', 'warning', null),
    finding('late', 'warning', 40),
    finding('tip', 'info', 0),
    finding('ssn', 'serious', 50),
    finding('early', 'warning', 3),
  ];
  expect(inOrder(findings).map(({ id }) => id)).toEqual(['ssn', 'early', 'late', 'whole', 'tip']);
});

test('two about the whole text keep their order', () => {
  expect(inOrder([finding('a', 'advice', null), finding('b', 'advice', null)]).map(({ id }) => id)).toEqual(['a', 'b']);
});

test.each<[Severity[], Severity | null, boolean]>([
  [[], null, false],
  [['info'], 'info', false],
  [['info', 'advice'], 'advice', false],
  [['advice', 'warning'], 'warning', true],
  [['serious', 'info'], 'serious', true],
])('%j: worst is %s, second look %s', (severities, worst, second) => {
  const findings = severities.map((severity, at) => finding(String(at), severity, at));
  expect([worstOf(findings), deservesSecondLook(findings)]).toEqual([worst, second]);
});
