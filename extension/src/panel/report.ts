/** What a scan found, as something to keep: the same facts for the table, the JSON file and the printed page. Pure. */
import { wordsOf } from '../findings/words_of.js';
import type { Item, Unread } from '../items.js';
import type { PolicyNames, Severity } from '../model.js';
import { csv } from './csv.js';
import { counts, type Row } from './rows.js';

export interface Report {
  readonly title: string;
  readonly address: string;
  /** ISO 8601, with the time zone. */
  readonly date: string;
  readonly capacity: 'personal' | 'official';
  /** Items that were checked, in full or in part. */
  readonly checked: number;
  /** Why there were basic checks only, for at least one item; null when the companion checked all. */
  readonly basic: string | null;
  readonly findings: readonly Row[];
  readonly not_checked: readonly NotCheckedRow[];
}

export interface NotCheckedRow {
  readonly item: Item | null;
  readonly reason: Unread['reason'] | 'check';
  /** In words. */
  readonly why: string;
}

const HEAD = ['severity', 'rule', 'clause', 'title', 'message', 'words', 'text', 'author', 'time', 'link'] as const;

/** A byte-order mark first: spreadsheets take the rest for another encoding without it. */
export function reportAsCsv({ findings, not_checked }: Report): string {
  const rows = findings.map(({ item, finding }) => [
    finding.severity,
    finding.rule,
    finding.clause.join(' '),
    finding.title,
    finding.message,
    wordsOf(finding, item.text),
    item.text,
    item.author ?? '',
    item.time ?? '',
    item.permalink ?? '',
  ]);
  const left = not_checked.map(({ item, reason, why }) => [
    'not checked',
    reason,
    '',
    why,
    '',
    '',
    item?.text ?? '',
    item?.author ?? '',
    item?.time ?? '',
    item?.permalink ?? '',
  ]);
  return `\ufeff${csv([[...HEAD], ...rows, ...left])}`;
}

/** The clauses the findings rest on come with it, so that the file can be read without Foreword. */
export function reportAsJson(report: Report, { clauses }: PolicyNames): string {
  const used = new Set(report.findings.flatMap(({ finding }) => finding.clause));
  const { findings, not_checked, ...about } = report;
  const told = {
    format: 'foreword-scan/1',
    ...about,
    counts: counts(findings) satisfies Record<Severity, number>,
    clauses: Object.fromEntries(Object.entries(clauses).filter(([id]) => used.has(id))),
    findings: findings.map(({ item, finding }) => ({
      severity: finding.severity,
      rule: finding.rule,
      clause: finding.clause,
      title: finding.title,
      message: finding.message,
      why: finding.why,
      start: finding.start,
      end: finding.end,
      text: item.text,
      surface: item.surface,
      author: item.author,
      time: item.time,
      link: item.permalink,
    })),
    not_checked: not_checked.map(({ item, reason, why }) => ({ reason, why, text: item?.text ?? null })),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** `foreword-www.example.org-2026-11-25.csv` */
export function fileName({ address, date }: Report, ending: string): string {
  const host = URL.canParse(address) ? new URL(address).hostname || 'page' : 'page';
  return `foreword-${host}-${date.slice(0, 10)}.${ending}`;
}
