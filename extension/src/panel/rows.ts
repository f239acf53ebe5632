/** Findings of a scan as rows to list: which are shown, in what groups, in what order. Pure. */
import type { Item } from '../items.js';
import type { Finding, RuleFacts, Severity } from '../model.js';

/** One finding in one item. */
export interface Row {
  readonly item: Item;
  readonly finding: Finding;
}

export type GroupBy = 'severity' | 'rule' | 'author';

export interface Group {
  /** A severity, a rule's id or an author's name; '' for items nobody is named for. */
  readonly key: string;
  readonly rows: readonly Row[];
}

export interface Filter {
  readonly severities: ReadonlySet<Severity>;
  /** Words that must all stand in the text, the author's name or the finding, in any case. */
  readonly words: string;
}

const ORDER: readonly Severity[] = ['serious', 'warning', 'advice', 'info'];

/**
 * The person's own words, and a profile that is looked at, are held to every rule. Of what somebody else wrote only rules
 * count that the policy lists for everybody: nobody but the City's staff owes the City's disclaimer, and a resident may
 * guess, rumor and scold. Where nobody knows whose words they are, rules that hold in both capacities count, too.
 */
export function concerns({ rule }: Finding, { own, kind }: Item, rules: ReadonlyMap<string, RuleFacts>): boolean {
  if (own === true || kind === 'profile') return true;
  const facts = rules.get(rule);
  return facts !== undefined && (facts.anyone || (own === null && facts.modes.length > 1));
}

export function shown(rows: readonly Row[], { severities, words }: Filter): Row[] {
  const wanted = plain(words).split(' ').filter(Boolean);
  return rows.filter(({ item, finding }) => {
    if (!severities.has(finding.severity)) return false;
    if (wanted.length === 0) return true;
    const said = plain([item.text, item.author ?? '', finding.title, finding.message, finding.rule].join(' '));
    return wanted.every((word) => said.includes(word));
  });
}

const plain = (words: string) => words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Severities worst first; rules and authors by their worst finding, then by how many. Rows keep the page's order. */
export function grouped(rows: readonly Row[], by: GroupBy): Group[] {
  const groups = new Map<string, Row[]>();
  for (const row of inOrder(rows)) {
    const key = keyOf(row, by);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const told = [...groups].map(([key, rows]) => ({ key, rows }));
  return told.toSorted((one, other) => worst(one.rows) - worst(other.rows) || other.rows.length - one.rows.length);
}

function keyOf({ item, finding }: Row, by: GroupBy): string {
  if (by === 'severity') return finding.severity;
  return by === 'rule' ? finding.rule : (item.author ?? '');
}

function inOrder(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => rank(one.finding) - rank(other.finding));
}

const rank = ({ severity }: Finding) => ORDER.indexOf(severity);
const worst = (rows: readonly Row[]) => Math.min(...rows.map(({ finding }) => rank(finding)));

export function counts(rows: readonly Row[]): Readonly<Record<Severity, number>> {
  const of = (severity: Severity) => rows.filter(({ finding }) => finding.severity === severity).length;
  return { serious: of('serious'), warning: of('warning'), advice: of('advice'), info: of('info') };
}
