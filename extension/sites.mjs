// Site definitions: shared_rules/sites/<id>.yaml → the objects of src/site.ts. What is wrong with a file is named and
// left out, the smallest part that can be: a selector, a key, a surface; the whole file only when nothing else is left.
import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'css-what';
import { LineCounter, parseDocument } from 'yaml';

const SCHEMA = `${import.meta.dirname}/../shared_rules/schema/site.schema.json`;
const ajv = new Ajv({ useDefaults: true, formats: { 'css-selector': isCss, regex: isRegex } });
const isSite = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

function isCss(css) {
  try {
    return parse(css).length > 0;
  } catch {
    return false;
  }
}

function isRegex(pattern) {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** What the schema says of the first mistake → {path, words, culprit}; `culprit` is what to leave out. */
function flawFrom({ instancePath, keyword, params, message }) {
  const path = instancePath.split('/').slice(1).map(keyFrom);
  const key = typeof path.at(-1) === 'number' ? `${path.at(-2)}, number ${path.at(-1) + 1},` : path.at(-1);
  switch (keyword) {
    case 'additionalProperties': {
      const unknown = [...path, params.additionalProperty];
      return { path: unknown, culprit: unknown, words: `unknown key "${params.additionalProperty}"` };
    }
    case 'required':
      return { path, culprit: path, words: `"${params.missingProperty}" is missing` };
    case 'enum':
      return { path, culprit: path, words: `"${key}" must be one of ${params.allowedValues.join(', ')}` };
    case 'format':
      return {
        path,
        culprit: path,
        words: `"${key}" is no ${params.format === 'regex' ? 'regular expression' : 'CSS selector'}`,
      };
    default:
      return { path, culprit: path, words: `"${key}" ${message}` };
  }
}

const keyFrom = (part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** One file's text → {site, problems}; each problem is "name:line:column: words", and `site` is absent when unusable. */
export function siteFrom(name, source) {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const said = (offset, words) => {
    const { line, col } = lines.linePos(offset ?? 0);
    return `sites/${name}:${line}:${col}: ${words}`;
  };
  const [error] = document.errors;
  if (error) return { problems: [said(error.pos[0], error.message)] };
  const problems = [];
  for (;;) {
    const site = document.toJS();
    if (isSite(site)) return { site: { id: name.replace(/\.yaml$/, ''), ...site }, problems };
    const { path, culprit, words } = flawFrom(isSite.errors[0]);
    problems.push(said(placeOf(document, path), words));
    if (culprit.length === 0) return { problems };
    document.deleteIn(culprit); // what then misses a key it needs is the next mistake
  }
}

/** Where the value stands, or what holds it when it stands nowhere. */
function placeOf(document, path) {
  const node = path.length > 0 ? document.getIn(path, true) : document.contents;
  return node?.range?.[0] ?? placeOf(document, path.slice(0, -1));
}

/** Every definition in a folder, in the order of their names. */
export function sitesFrom(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const results = names.sort().map((name) => siteFrom(name, readFileSync(`${folder}/${name}`, 'utf8')));
  return { sites: results.flatMap(({ site }) => site ?? []), problems: results.flatMap(({ problems }) => problems) };
}
