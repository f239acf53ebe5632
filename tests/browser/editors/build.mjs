// src/*.html and their scripts → dist/, one self-contained page each (the tests serve it for a real host name);
// src/editors/* → dist/editors/, the same page around one genuine editor each.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';

const OPTIONS = {
  bundle: true,
  format: 'iife',
  write: false,
  outdir: 'dist',
  jsx: 'automatic',
  loader: { '.svg': 'dataurl', '.ttf': 'dataurl', '.woff2': 'dataurl' },
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' }, // Draft.js asks for both
  logLevel: 'error',
};

async function bundled(entry) {
  const { outputFiles } = await build({ ...OPTIONS, ...entry });
  const ending = (end) => outputFiles.filter(({ path }) => path.endsWith(end)).map(({ text }) => text);
  const script = ending('.js').join('\n').replaceAll('</script', '<\\/script');
  return { script: `<script>${script}</script>`, style: `<style>${ending('.css').join('\n')}</style>` };
}

function fill(html, parts) {
  return html.replace(/<!-- (\w+) -->/g, (whole, name) => parts[name] ?? whole);
}

mkdirSync('dist/editors', { recursive: true });
for (const page of readdirSync('src').filter((name) => name.endsWith('.html') && name !== 'editor.html')) {
  const parts = await bundled({ entryPoints: [`src/${page.replace('.html', '.js')}`] });
  writeFileSync(`dist/${page}`, fill(readFileSync(`src/${page}`, 'utf8'), parts));
}
const frame = readFileSync('src/editor.html', 'utf8');
for (const file of readdirSync('src/editors')) {
  const name = basename(file).replace(/\.jsx?$/, '');
  const contents = `import { mount, title } from './editors/${file}'; import { show } from './page.js'; document.title = title; document.querySelector('h1').textContent = title; void show(mount);`;
  const parts = await bundled({ stdin: { contents, resolveDir: 'src', sourcefile: `${name}.js` } });
  writeFileSync(`dist/editors/${name}.html`, fill(frame, { ...parts, title: name }));
}
