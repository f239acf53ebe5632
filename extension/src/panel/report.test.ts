import { expect, test } from 'vitest';
import type { Item } from '../items.js';
import type { Finding } from '../model.js';
import { fileName, type Report, reportAsCsv, reportAsJson } from './report.js';

const item: Item = {
  item_id: 'i1',
  text: '=cmd, her SSN is 536-22-8714',
  surface: 'comment',
  author: '@kim',
  time: '2026-11-02T08:00:00Z',
  permalink: 'https://x.com/kim/status/1',
  kind: 'text',
  own: false,
};
const finding = {
  rule: 'personal-data/us-ssn',
  clause: ['II.3'],
  severity: 'serious',
  start: 17,
  end: 28,
  title: 'May show a number',
  message: 'It may.',
  why: 'Because.',
} as unknown as Finding;
const report: Report = {
  title: 'A page',
  address: 'https://x.com/home',
  date: '2026-11-25T01:02:03.000+00:00',
  capacity: 'personal',
  checked: 12,
  basic: null,
  findings: [{ item, finding }],
  not_checked: [{ item: null, reason: 'frame', why: 'A frame of another site: ads.example' }],
};

test('the table has a head, a line for each finding and one for what was not checked', () => {
  const lines = reportAsCsv(report).split('\r\n');
  expect(lines[0]).toBe('\ufeffseverity,rule,clause,title,message,words,text,author,time,link');
  expect(lines[1]).toBe(
    `serious,personal-data/us-ssn,II.3,May show a number,It may.,536-22-8714,"'=cmd, her SSN is 536-22-8714",'@kim,` +
      '2026-11-02T08:00:00Z,https://x.com/kim/status/1',
  );
  expect(lines[2]).toBe('not checked,frame,,A frame of another site: ads.example,,,,,,');
});

test('the JSON file brings the clauses that the findings rest on, and no other', () => {
  const clauses = { 'II.3': { title: 'Private', text: 'Keep it.' }, 'II.4': { title: 'Names', text: 'Ask.' } };
  const told = JSON.parse(reportAsJson(report, { clauses, contacts: {} }));
  expect(told).toMatchObject({
    format: 'foreword-scan/1',
    checked: 12,
    counts: { serious: 1, warning: 0, advice: 0, info: 0 },
    clauses: { 'II.3': { title: 'Private', text: 'Keep it.' } },
    findings: [{ rule: 'personal-data/us-ssn', start: 17, end: 28, author: '@kim' }],
    not_checked: [{ reason: 'frame' }],
  });
  expect(Object.keys(told.clauses)).toEqual(['II.3']);
});

test('a file is named after the site and the day', () => {
  expect(fileName(report, 'csv')).toBe('foreword-x.com-2026-11-25.csv');
  expect(fileName({ ...report, address: 'about:blank' }, 'json')).toBe('foreword-page-2026-11-25.json');
});
