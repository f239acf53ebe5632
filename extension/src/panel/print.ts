/** The printed report: title, page, date, counts, findings, what was not checked, and the clauses in full. */
import type { PolicyNames, Severity } from '../model.js';
import { $, fillWords } from '../pages/page.js';
import { make, makeButton } from '../showing/element.js';
import { severityChip } from '../showing/finding_parts.js';
import { severityWords, words } from '../words.js';
import type { Report } from './report.js';
import { quoteOf, whoAndWhen } from './row_card.js';
import { counts, grouped, type Row } from './rows.js';

/** The channel between panel and report, both of this extension. */
export const REPORT = 'foreword-report';

export interface ReportTold {
  readonly report: Report;
  readonly names: PolicyNames;
}

export function startReport(): void {
  fillWords();
  const key = location.hash.slice(1);
  if (key === '') return;
  const channel = new BroadcastChannel(REPORT);
  channel.onmessage = ({ data }: MessageEvent<{ key?: string; told?: ReportTold }>) => {
    if (data.key !== key || !data.told) return;
    channel.close();
    show(data.told);
  };
  channel.postMessage(key);
}

function show({ report, names }: ReportTold): void {
  document.title = `${words('report_title')}: ${report.title}`;
  $('missing', HTMLElement).hidden = true;
  const main = $('report', HTMLElement);
  main.hidden = false;
  main.replaceChildren(
    ...head(report),
    tally(report.findings),
    ...findings(report),
    ...left(report),
    ...clauses(report, names),
  );
  main.append(make('p', 'soft', words('report_note')));
}

function head({ title, address, date, checked, capacity, basic }: Report): HTMLElement[] {
  const when = new Date(date).toLocaleString(words('language'), { dateStyle: 'long', timeStyle: 'short' });
  const mode = words(capacity === 'personal' ? 'mode_personal' : 'mode_official');
  const print = makeButton('primary', 'print', words('report_print'), () => globalThis.print());
  return [
    make('div', 'line head', make('h1', '', words('report_title')), print),
    make('p', 'what', title),
    make('p', 'soft address', address),
    make('p', '', words('report_about', checked, when, mode)),
    ...(basic ? [make('p', 'problem', words('panel_basic', basic))] : []),
  ];
}

function tally(rows: readonly Row[]): HTMLElement {
  const all = Object.entries(counts(rows)) as [Severity, number][];
  const lines = all.map(([severity, count]) =>
    make('tr', '', make('th', '', severityChip(severity)), make('td', '', String(count))),
  );
  const table = make('table', '', make('caption', '', words('report_counts')), make('tbody', '', ...lines));
  for (const cell of table.querySelectorAll('th')) cell.scope = 'row';
  return table;
}

function findings({ findings: rows }: Report): HTMLElement[] {
  return grouped(rows, 'severity').map(({ key, rows: here }) =>
    make('section', '', make('h2', '', severityWords(key as Severity)), make('ol', '', ...here.map(entry))),
  );
}

function entry(row: Row): HTMLElement {
  const { item, finding } = row;
  const marks = finding.clause.map((id) => make('span', 'clause-id', clauseMark(id)));
  const link = item.permalink ? make('p', 'address soft', item.permalink) : '';
  return make(
    'li',
    'entry',
    make('h3', '', finding.title),
    whoAndWhen(row),
    quoteOf(row),
    make('p', '', finding.message, ' ', ...marks),
    link,
  );
}

/** `II.3` as the policy numbers it; its supplement has headings only. */
function clauseMark(id: string): string {
  return id.startsWith('S:') ? `${words('clause_supplement')}: ${id.slice(2)}` : id;
}

function left({ not_checked }: Report): HTMLElement[] {
  if (not_checked.length === 0) return [];
  const times = new Map<string, number>();
  for (const { why } of not_checked) times.set(why, (times.get(why) ?? 0) + 1);
  const lines = [...times].map(([why, count]) => make('li', '', count > 1 ? `${why} (${count})` : why));
  return [make('section', '', make('h2', '', words('report_not_checked')), make('ul', 'plain', ...lines))];
}

function clauses({ findings: rows }: Report, names: PolicyNames): HTMLElement[] {
  const used = new Set(rows.flatMap(({ finding }) => finding.clause));
  const told = Object.entries(names.clauses).filter(([id]) => used.has(id));
  if (told.length === 0) return [];
  const lines = told.flatMap(([id, { title, text }]) => [
    make('dt', '', make('span', 'clause-id', clauseMark(id)), ` ${title}`),
    make('dd', '', text),
  ]);
  return [make('section', '', make('h2', '', words('report_clauses')), make('dl', '', ...lines))];
}
