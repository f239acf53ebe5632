// static/ + one bundle for each file of src/entries/ → dist/. Unminified and reproducible: see static/BUILD.txt.
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { sitesFrom } from './sites.mjs';

const from = import.meta.dirname;
const { sites, problems } = sitesFrom(`${from}/../shared_rules/sites`);
for (const problem of problems) console.error(`left out: ${problem}`);

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
  define: { FOREWORD_SITES: JSON.stringify(sites) },
  logLevel: 'warning',
});
