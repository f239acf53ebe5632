// The extension's engine on drafts of a file: node engine.mjs RULES DRAFTS → the findings, as JSON on standard output.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const extension = join(import.meta.dirname, '../../extension');
const { buildSync } = createRequire(join(extension, 'package.json'))('esbuild');

const folder = mkdtempSync(join(tmpdir(), 'foreword-engine-'));
const bundle = join(folder, 'engine.mjs');
const contents = `export * from './src/rules/check.js'; export * from './src/rules/rule_book.js';`;
buildSync({ stdin: { contents, resolveDir: extension }, bundle: true, format: 'esm', charset: 'utf8', outfile: bundle });
const { checked, RuleBook } = await import(pathToFileURL(bundle));
rmSync(folder, { recursive: true });

const [rules, drafts] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')));
const book = new RuleBook(rules);
const timeless = () => 0;
process.stdout.write(JSON.stringify(drafts.map((draft) => checked(draft, book, timeless))));
