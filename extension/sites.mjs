// Site definitions: shared_rules/sites/<id>.yaml → the objects of src/site.ts. A bad file is left out and named.
import { readdirSync, readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';

const SURFACES = ['post', 'comment', 'reply', 'message', 'email', 'edit', 'profile', 'media', 'live'];
const text = (value) => typeof value === 'string' && value.trim() !== '';
const oneOf =
  (...names) =>
  (value) =>
    names.includes(value);
const listOf = (isItem) => (value) => Array.isArray(value) && value.every(isItem);
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** What a key must hold: a test and the words for when it fails. A nested object means a list of such maps. */
const SELECTOR = {
  css: [text, 'a CSS selector'],
  certainty: [oneOf('source', 'several', 'one', 'guess'), 'source, several, one or guess'],
  seen: [text, 'where it was seen, and when'],
};
const SURFACE = {
  surface: [oneOf(...SURFACES), `one of ${SURFACES.join(', ')}`],
  compose: SELECTOR,
  submit: SELECTOR,
  words: [listOf(text), 'a list of button names'],
  keys: [listOf(oneOf('Enter', 'Ctrl+Enter')), 'a list of Enter and Ctrl+Enter'],
  limit: [(value) => value === null || (Number.isInteger(value) && value > 0), 'a number of characters, or null'],
};
const SITE = {
  title: [text, "the site's name"],
  hosts: [listOf((host) => HOST.test(host)), 'a list of host names'],
  default_mode: [oneOf('personal', 'official'), 'personal or official'],
  counting: [oneOf('characters', 'weighted'), 'characters or weighted'],
  surfaces: SURFACE,
};

/** The first thing wrong with `value`, as {path, words}; undefined when nothing is. */
function flawIn(value, shape, path) {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return { path, words: 'a map is needed here' };
  const unknown = Object.keys(value).find((key) => !(key in shape));
  if (unknown) return { path: [...path, unknown], words: `unknown key "${unknown}"` };
  for (const [key, wanted] of Object.entries(shape)) {
    const here = [...path, key];
    if (!(key in value)) return { path, words: `"${key}" is missing` };
    if (Array.isArray(wanted)) {
      if (!wanted[0](value[key])) return { path: here, words: `"${key}" must be ${wanted[1]}` };
      continue;
    }
    if (!Array.isArray(value[key])) return { path: here, words: `"${key}" must be a list` };
    for (const [at, item] of value[key].entries()) {
      const flaw = flawIn(item, wanted, [...here, at]);
      if (flaw) return flaw;
    }
  }
  return undefined;
}

/** One file's text → {site} or {problem: "name:line:column: words"}. */
export function siteFrom(name, source) {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const at = (offset) => {
    const { line, col } = lines.linePos(offset ?? 0);
    return `sites/${name}:${line}:${col}`;
  };
  const [error] = document.errors;
  if (error) return { problem: `${at(error.pos[0])}: ${error.message}` };
  const site = document.toJS();
  const flaw = flawIn(site, SITE, []);
  if (!flaw) return { site: { id: name.replace(/\.yaml$/, ''), ...site } };
  const node = flaw.path.length ? document.getIn(flaw.path, true) : document.contents;
  return { problem: `${at(node?.range?.[0])}: ${flaw.words}` };
}

/** Every definition in a folder, in the order of their names. */
export function sitesFrom(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const results = names.sort().map((name) => siteFrom(name, readFileSync(`${folder}/${name}`, 'utf8')));
  return {
    sites: results.flatMap(({ site }) => site ?? []),
    problems: results.flatMap(({ problem }) => problem ?? []),
  };
}
