// static/ + one bundle for each file of src/entries/ → dist/. Unminified and reproducible: see static/BUILD.txt.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { sitesFrom } from './sites.mjs';

const from = import.meta.dirname;
const { sites, problems } = sitesFrom(`${from}/../shared_rules/sites`);
for (const problem of problems) console.error(`left out: ${problem}`);

const rules = `${from}/build/rules.json`;
if (!existsSync(rules)) {
  console.error('The rules are missing: `foreword rules build` writes them to extension/build/rules.json.');
  process.exit(1);
}
const rulesText = readFileSync(rules, 'utf8');
if (JSON.parse(rulesText).format !== 1) {
  console.error(`${rules} is of another format; “foreword rules build” of the same version writes the right one.`);
  process.exit(1);
}

rmSync(`${from}/dist`, { recursive: true, force: true });
cpSync(`${from}/static`, `${from}/dist`, { recursive: true });
await build({
  absWorkingDir: from,
  entryPoints: readdirSync(`${from}/src/entries`).map((name) => `src/entries/${name}`),
  outdir: 'dist',
  bundle: true,
  format: 'iife',
  charset: 'utf8',
  target: ['chrome121', 'firefox142'],
  define: { FOREWORD_SITES: JSON.stringify(sites), FOREWORD_RULES: JSON.stringify(rulesText) },
  logLevel: 'warning',
});
