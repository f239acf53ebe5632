// How long the basic checks take: npm run bench (after `foreword rules build`). Figures, not a test.
import { readdirSync, readFileSync } from 'node:fs';
import { buildSync } from 'esbuild';
import { parse } from 'yaml';

const from = import.meta.dirname;
const contents = `export * from './src/rules/check.js'; export * from './src/rules/rule_book.js';`;
const bundled = buildSync({ stdin: { contents, resolveDir: from }, bundle: true, format: 'esm', write: false });
const { checked, RuleBook } = await import(`data:text/javascript,${encodeURIComponent(bundled.outputFiles[0].text)}`);

const memory = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
};
const timed = (act) => {
  const start = performance.now();
  act();
  return performance.now() - start;
};
const shown = (ms) => `${ms.toFixed(1)} ms`;

/** The rules' own examples, one after the other. */
const text = readFileSync(`${from}/build/rules.json`, 'utf8');
const folder = `${from}/../shared_rules/${JSON.parse(text).pack}/rules`;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
const examples = files.sort().flatMap((name) => {
  const { fires, quiet } = parse(readFileSync(`${folder}/${name}`, 'utf8'));
  return [...fires, ...quiet].map((example) => example.text ?? example);
});
const written = examples.join(' ');
const drafts = (length, count) =>
  Array.from({ length: count }, (_, at) => written.slice(at * length, (at + 1) * length)).map((text) => ({
    draft_id: 'bench',
    revision: 0,
    text,
    context: { mode: 'personal', surface: 'post', site: 'facebook.com', media: [] },
  }));

const before = memory();
let book;
console.log('opening the rules          ', shown(timed(() => (book = new RuleBook(JSON.parse(text))))));
const [first, ...posts] = drafts(280, 301);
console.log('the first draft of 280      ', shown(timed(() => checked(first, book))));
const times = posts.map((draft) => timed(() => checked(draft, book))).sort((one, other) => one - other);
console.log(
  'the next 300, median        ',
  shown(times[150]),
  ' 95 of 100 within',
  shown(times[285]),
  ' longest',
  shown(times[299]),
);
for (const length of [2_000, 10_000, 20_000]) {
  const [draft] = drafts(length, 1);
  const { left } = checked(draft, book);
  console.log(
    `a draft of ${length}`.padEnd(28),
    shown(timed(() => checked(draft, book))),
    left.length ? ` ${left.length} rules left` : '',
  );
}
console.log('memory held, with node --expose-gc', `${(memory() - before).toFixed(0)} MiB`);

// Why not the browser's own RegExp: the same patterns, nearly (capitals never matter here, and spaces are JavaScript's).
const javascript = (pattern) =>
  pattern
    .replace(/\(\?i\)/g, '')
    .replaceAll('(?i:', '(?:')
    .replaceAll('(?P<', '(?<')
    .replace(/\\x\{(\w+)\}/g, '\\u{$1}')
    .replace(/\\([ "#&'-])/g, (_, sign) => (sign === '-' ? '\\x2d' : sign));
const held = process.memoryUsage().rss;
const natives = JSON.parse(text).patterns.map((pattern) => new RegExp(javascript(pattern), 'giu'));
const all = (draft) => {
  for (const native of natives) draft.text.match(native);
};
const [one, two, three] = [first, ...posts].map((draft) => shown(timed(() => all(draft))));
const megabytes = ((process.memoryUsage().rss - held) / 2 ** 20).toFixed(0);
console.log(
  `${natives.length} patterns by RegExp: first draft ${one}, second ${two}, third ${three}; ${megabytes} MiB more`,
);

// And `I heard ... council`, as the phrase language writes it, on a row of dashes.
const gap = String.raw`(?:[\s,;:()"-]+[^\s.!?]+){0,6}?[\s,;:()"-]+`;
const native = new RegExp(`\\bi[\\s,]+heard${gap}council\\b`, 'i');
for (const dashes of [20, 24, 28]) {
  const row = { ...first, text: `I heard ${'-'.repeat(dashes)}` };
  const [ours, theirs] = [timed(() => checked(row, book)), timed(() => native.test(row.text))];
  console.log(`${dashes} dashes: every rule here ${shown(ours)}, that one pattern by RegExp ${shown(theirs)}`);
}
