/** The findings in groups, with filter and search. Rows stay the same elements while the scan brings more of them. */
import type { Severity } from '../model.js';
import { $ } from '../pages/page.js';
import { make, makeButton } from '../showing/element.js';
import { icon } from '../showing/icon.js';
import { severityWords, words } from '../words.js';
import { arrange } from './arrange.js';
import { findingsWords } from './progress.js';
import { type RowActs, rowCard } from './row_card.js';
import { counts, type Group, type GroupBy, grouped, type Row, shown } from './rows.js';
import type { Scan } from './scan.js';

const SEVERITIES: readonly Severity[] = ['serious', 'warning', 'advice', 'info'];
/** A group shows so many at first, and so many more at each press: a panel of thousands of cards is slow and unreadable. */
const STEP = 40;

export class List {
  private readonly cards = new Map<string, HTMLElement>();
  private readonly sections = new Map<string, HTMLDetailsElement>();
  private readonly more = new Map<string, number>();
  private readonly severities = new Set<Severity>(SEVERITIES);
  private readonly chips = new Map(SEVERITIES.map((severity) => [severity, this.chip(severity)]));
  private scan: Scan | null = null;

  constructor(private readonly acts: RowActs) {
    $('severities', HTMLElement).append(...this.chips.values());
    $('severities', HTMLElement).setAttribute('aria-label', words('panel_severities'));
    $('group', HTMLSelectElement).addEventListener('change', () => {
      this.sections.clear();
      this.more.clear();
      this.draw();
    });
    $('search', HTMLInputElement).addEventListener('input', () => this.draw());
  }

  begin(): void {
    this.cards.clear();
    this.sections.clear();
    this.more.clear();
    $('groups', HTMLElement).replaceChildren();
    $('search', HTMLInputElement).value = '';
  }

  show(scan: Scan): void {
    this.scan = scan;
    $('results', HTMLElement).hidden = scan.rows.length === 0 && scan.phase === 'running';
    this.draw();
  }

  private draw(): void {
    const { scan } = this;
    if (!scan) return;
    const { rows } = scan;
    const by = $('group', HTMLSelectElement).value as GroupBy;
    const heading = headingOf(scan);
    const title = $('results-heading', HTMLElement);
    if (title.textContent !== heading) title.textContent = heading;
    this.aboutOthers(scan);
    const all = counts(rows);
    for (const [severity, chip] of this.chips) this.label(chip, severity, all[severity]);
    for (const element of document.querySelectorAll<HTMLElement>('.tools > :not(h2, #about-others)'))
      element.hidden = rows.length === 0;
    const wanted = shown(rows, { severities: this.severities, words: $('search', HTMLInputElement).value });
    $('groups', HTMLElement).dataset.by = by;
    const groups = grouped(wanted, by).map((group) => this.section(group, by));
    const none = rows.length > 0 && groups.length === 0 ? [make('p', 'block soft', words('panel_none_shown'))] : [];
    arrange($('groups', HTMLElement), [...groups, ...none]);
  }

  /** What is listed of other people's words, and what is not. */
  private aboutOthers({ whose }: Scan): void {
    const line = $('about-others', HTMLElement);
    const said = whose === null ? '' : words(whose === 'others' ? 'panel_others' : 'panel_whose');
    if (line.textContent !== said) line.textContent = said;
    line.hidden = said === '';
  }

  private section(group: Group, by: GroupBy): HTMLElement {
    const id = `${by} ${group.key}`;
    const section = this.sections.get(id) ?? this.newSection(id);
    const [summary, list] = section.children;
    const limit = this.more.get(id) ?? STEP;
    const head = make('h3', '', titleOf(group, by), ' ', make('span', 'count', String(group.rows.length)));
    if (summary?.textContent !== head.textContent) summary?.replaceChildren(head);
    const cards = group.rows.slice(0, limit).map((row) => this.card(row));
    if (list) arrange(list, cards);
    this.moreButton(section, id, group.rows.length - cards.length);
    return section;
  }

  private newSection(id: string): HTMLDetailsElement {
    const section = make('details', 'group', make('summary', ''), make('ul', 'rows'));
    section.open = true;
    this.sections.set(id, section);
    return section;
  }

  private moreButton(section: HTMLElement, id: string, left: number): void {
    section.querySelector(':scope > button')?.remove();
    if (left <= 0) return;
    section.append(
      makeButton('more', `more ${id}`, words('panel_more', Math.min(left, STEP)), () => {
        const list = section.querySelector('ul');
        const before = list?.childElementCount ?? 0;
        this.more.set(id, (this.more.get(id) ?? STEP) + STEP);
        this.draw();
        list?.children[before]?.querySelector('button')?.focus();
      }),
    );
  }

  private card(row: Row): HTMLElement {
    const key = `${row.item.item_id} ${row.finding.id}`;
    const card = this.cards.get(key) ?? rowCard(row, this.acts);
    this.cards.set(key, card);
    return card;
  }

  private chip(severity: Severity): HTMLButtonElement {
    const chip = makeButton(`chip ${severity}`, `severity ${severity}`, icon(severity), () => {
      if (!this.severities.delete(severity)) this.severities.add(severity);
      this.draw();
    });
    chip.append(make('span', ''));
    return chip;
  }

  private label(chip: HTMLButtonElement, severity: Severity, count: number): void {
    const said = words('panel_severity_count', severityWords(severity), count);
    const label = chip.querySelector('span');
    if (label && label.textContent !== said) label.textContent = said;
    chip.setAttribute('aria-pressed', String(this.severities.has(severity)));
    chip.hidden = count === 0;
  }
}

function headingOf(scan: Scan): string {
  const { rows, done, phase, unchecked, unread, basic } = scan;
  if (rows.length > 0) return words('panel_results', findingsWords(rows.length), done);
  if (phase === 'running' || phase === 'waiting') return '';
  if (done === 0) return words('panel_nothing_read');
  if (basic !== null) return words('panel_clear_basic', done);
  return unchecked.length + unread.length > 0 ? words('panel_clear_part') : words('panel_clear', done);
}

function titleOf({ key, rows: [first] }: Group, by: GroupBy): string {
  if (by === 'severity') return severityWords(key as Severity);
  if (by === 'rule') return first?.finding.title ?? key;
  if (key === '') return words('panel_unnamed');
  return first?.item.own ? words('panel_you', key) : key;
}
