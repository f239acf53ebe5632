import { expect, test } from 'vitest';
import { siteFrom, sitesFrom } from './sites.mjs';

const GOOD = `title: Example
hosts: [www.example.org]
default_mode: personal
counting: characters
surfaces:
  - surface: post
    compose:
      - css: textarea
        certainty: guess
        seen: plain forms
    submit: []
    words: [Post]
    keys: [Ctrl+Enter]
    limit: 280
`;

test('a definition takes its id from its file', () => {
  expect(siteFrom('example.org.yaml', GOOD).site).toMatchObject({ id: 'example.org', title: 'Example' });
});

test.each([
  ['an unknown surface', 'surface: post', 'surface: poast', '6:14', '"surface" must be one of post'],
  ['an unknown key', 'limit: 280', 'limits: 280', '14:13', 'unknown key "limits"'],
  ['a missing key', '    words: [Post]\n', '', '6:5', '"words" is missing'],
  ['an unknown key to press', 'Ctrl+Enter', 'F5', '13:11', '"keys" must be a list of Enter and Ctrl+Enter'],
  ['a host with a path', 'www.example.org', 'example.org/x', '2:8', '"hosts" must be a list of host names'],
  ['a limit of nothing', '280', '0', '14:12', '"limit" must be a number of characters, or null'],
  ['a list that is none', 'submit: []', 'submit: none', '11:13', '"submit" must be a list'],
  ['broken YAML', 'title: Example', 'title: [', '2:1', ''],
])('%s is named with file, line and column', (_, good, bad, place, words) => {
  const { problem } = siteFrom('example.org.yaml', GOOD.replace(good, bad));
  expect(problem).toContain(`sites/example.org.yaml:${place}: ${words}`);
});

test('every definition in the repository is sound', () => {
  expect(sitesFrom('../shared_rules/sites').problems).toEqual([]);
});
