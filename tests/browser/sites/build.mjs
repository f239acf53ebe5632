// src/*.jsx → dist/<site>.html, one self-contained page for each imitated site. The editor packages are those of
// ../editors, so that there is one lock file: `npm ci` there, then `node ../sites/build.mjs`.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const from = import.meta.dirname;
const packages = `${from}/../editors/node_modules`;
const { build } = createRequire(`${packages}/`)('esbuild');

mkdirSync(`${from}/dist`, { recursive: true });
for (const name of readdirSync(`${from}/src`).filter((file) => file.endsWith('.jsx'))) {
  const { outputFiles } = await build({
    entryPoints: [`${from}/src/${name}`],
    bundle: true,
    format: 'iife',
    write: false,
    minify: true,
    jsx: 'automatic',
    nodePaths: [packages],
    loader: { '.css': 'text' },
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'error',
  });
  const script = outputFiles[0].text.replaceAll('</script', '<\\/script');
  const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${name.replace('.jsx', '')} (imitation for tests)</title></head>
<body><script>${script}</script></body>
</html>
`;
  writeFileSync(`${from}/dist/${name.replace('.jsx', '.html')}`, page);
}
writeFileSync(`${from}/dist/.built`, '');
