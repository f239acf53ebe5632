/** Files and a page to print, all made here: a link to a Blob needs no permission, and no text leaves the computer. */
import type { PageFacts } from '../items.js';
import type { Mode, PolicyNames } from '../model.js';
import { $ } from '../pages/page.js';
import { make } from '../showing/element.js';
import { unavailableWords } from '../words.js';
import { REPORT, type ReportTold } from './print.js';
import { fileName, type Report, reportAsCsv, reportAsJson } from './report.js';
import type { Scan } from './scan.js';
import { notCheckedIn } from './unchecked.js';

export function startKeeping(report: () => Report | null, names: () => PolicyNames): void {
  $('save-csv', HTMLButtonElement).addEventListener('click', () => {
    const told = report();
    if (told) save(fileName(told, 'csv'), 'text/csv', reportAsCsv(told));
  });
  $('save-json', HTMLButtonElement).addEventListener('click', () => {
    const told = report();
    if (told) save(fileName(told, 'json'), 'application/json', reportAsJson(told, names()));
  });
  $('print', HTMLButtonElement).addEventListener('click', () => {
    const told = report();
    if (told) open({ report: told, names: names() });
  });
}

export function reportOf(scan: Scan, facts: PageFacts, mode: Mode): Report {
  return {
    title: facts.title,
    address: facts.address,
    date: new Date().toISOString(),
    capacity: mode,
    checked: scan.done,
    basic: scan.basic === null ? null : unavailableWords(scan.basic),
    findings: scan.rows,
    not_checked: notCheckedIn(scan),
  };
}

function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = make('a', '');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser reads it when it likes, and no later than that
}

/** The report opens in a tab of its own, which asks for its content once; nothing is stored on the way. */
function open(told: ReportTold): void {
  const key = crypto.randomUUID();
  const channel = new BroadcastChannel(REPORT);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data !== key) return;
    channel.postMessage({ key, told });
    channel.close();
  };
  void chrome.tabs.create({ url: chrome.runtime.getURL(`report.html#${key}`) });
}
