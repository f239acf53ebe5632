import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

// Every word the extension shows: are all there, and is none left over?
const root = import.meta.dirname;
const messages = JSON.parse(readFileSync(`${root}/static/_locales/en/messages.json`, 'utf8'));
const filesIn = (folder, ending) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(`${root}/${folder}/${name}`, 'utf8'));

const pages = filesIn('static', '.html').join('\n');
const everything = [...filesIn('src', '.ts'), pages, ...filesIn('static', 'manifest.json')].join('\n');

it('has words for every key a static page names', () => {
  const named = [...pages.matchAll(/data-words(?:-placeholder)?="([^"]+)"/g)].map(([, key]) => key);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((key) => !(key && key in messages))).toEqual([]);
});

it('keeps no words that nothing shows', () => {
  const isNamed = (key) => new RegExp(`['"]${key}['"]|__MSG_${key}__`).test(everything);
  expect(Object.keys(messages).filter((key) => !isNamed(key))).toEqual([]);
});

it('numbers the parts of a message from one, without a gap', () => {
  for (const { message } of Object.values(messages)) {
    const parts = [...new Set([...message.matchAll(/\$(\d)/g)].map(([, part]) => Number(part)))].sort();
    expect(parts).toEqual(parts.map((_, at) => at + 1));
  }
});
