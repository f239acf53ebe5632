import { expect, test } from 'vitest';
import { siteFrom, sitesFrom } from './sites.mjs';

const GOOD = `title: Example
hosts: [www.example.org]
surfaces:
  - surface: post
    compose:
      - css: textarea
        certainty: guess
        seen: plain forms
      - css: '[data-testid="box"]'
        certainty: one
        seen: one public tool, 2026
    submit: []
    words: [Post]
    keys: [Ctrl+Enter]
    limit: 280
`;

test('a definition takes its id from its file, and what it leaves out is empty', () => {
  const { site, problems } = siteFrom('example.org.yaml', GOOD);
  expect(problems).toEqual([]);
  expect(site).toMatchObject({ id: 'example.org', default_mode: 'personal', counting: 'characters', live: [] });
  expect(site.surfaces[0]).toMatchObject({ reply_to: [], media: [], shared: { text: [], author: [] }, path: null });
});

test.each([
  ['an unknown surface', 'surface: post', 'surface: poast', '4:14', '"surface" must be one of post'],
  ['an unknown key', 'limit: 280', 'limits: 280', '15:13', 'unknown key "limits"'],
  ['an unknown certainty', 'certainty: one', 'certainty: sure', '10:20', '"certainty" must be one of source'],
  ['an unknown key to press', 'Ctrl+Enter', 'F5', '14:12', '"keys, number 1," must be one of Enter, Ctrl+Enter'],
  ['a host with a path', 'www.example.org', 'example.org/x', '2:9', '"hosts, number 1," must match pattern'],
  ['a limit of nothing', '280', '0', '15:12', '"limit" must be > 0'],
  ['a list that is none', 'submit: []', 'submit: none', '12:13', '"submit" must be array'],
  ['a selector that is none', '\'[data-testid="box"]\'', "'[data-testid='", '9:14', '"css" is no CSS selector'],
  ['a selector without a source', '        seen: one public tool, 2026\n', '', '9:9', '"seen" is missing'],
  ['no title', 'title: Example\n', '', '1:1', '"title" is missing'],
  ['broken YAML', 'title: Example', 'title: [', '2:1', ''],
])('%s is named with file, line and column', (_, good, bad, place, words) => {
  const { problems } = siteFrom('example.org.yaml', GOOD.replace(good, bad));
  expect(problems[0]).toContain(`sites/example.org.yaml:${place}: ${words}`);
});

test('a bad selector takes nothing with it but itself', () => {
  const { site } = siteFrom('example.org.yaml', GOOD.replace('certainty: one', 'certainty: sure'));
  expect(site.surfaces[0].compose.map(({ css }) => css)).toEqual(['textarea']);
  expect(site.surfaces[0].limit).toBe(280);
});

test('a bad surface leaves the others', () => {
  const two = `${GOOD}  - surface: reply\n`;
  const { site } = siteFrom('example.org.yaml', two.replace('surface: post', 'surface: poast'));
  expect(site.surfaces.map(({ surface }) => surface)).toEqual(['reply']);
});

test('every definition in the repository is sound', () => {
  expect(sitesFrom('../shared_rules/sites').problems).toEqual([]);
});
