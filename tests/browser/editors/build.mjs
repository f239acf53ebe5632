// src/*.html and their scripts → dist/, one self-contained page each (the tests serve it for a real host name).
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

mkdirSync('dist', { recursive: true });
for (const page of readdirSync('src').filter((name) => name.endsWith('.html'))) {
  const entry = `src/${page.replace('.html', '.js')}`;
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false });
  const script = outputFiles[0].text.replaceAll('</script', '<\\/script');
  const html = readFileSync(`src/${page}`, 'utf8');
  writeFileSync(`dist/${page}`, html.replace('<!-- script -->', () => `<script>${script}</script>`));
}
