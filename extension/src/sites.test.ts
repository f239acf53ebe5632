import { expect, test } from 'vitest';
import { knownSites, mainHostOf, originsOf, siteOf, sitesByPage } from './sites.js';

test('a known host has its own surfaces first and the generic ones last', () => {
  const { id, surfaces, fallback } = siteOf('m.facebook.com');
  expect(id).toBe('facebook.com');
  expect(surfaces.at(0)?.surface).toBe('message');
  expect(fallback).toEqual(siteOf('city.example').fallback);
  expect(siteOf('city.example').surfaces).toEqual([]);
});

test('an unknown host is its own site, and never another one that ends like it', () => {
  expect(siteOf('notx.com')).toMatchObject({ id: 'notx.com', hosts: ['notx.com'], default_mode: 'personal' });
  expect(mainHostOf('notx.com')).toBe('notx.com');
});

test('a host under a wildcard is of that site; the wildcard itself is no host', () => {
  expect(['de.wikipedia.org', 'wikipedia.org', 'de.m.wikipedia.org'].map(mainHostOf)).toEqual(
    Array(3).fill('wikipedia.org'),
  );
  expect(mainHostOf('notwikipedia.org')).toBe('notwikipedia.org');
});

test('the hosts of one site are one switch', () => {
  expect(['twitter.com', 'x.com'].map(mainHostOf)).toEqual(['x.com', 'x.com']);
});

test('permission is asked for exactly the hosts of the site', () => {
  expect(originsOf('city.example')).toEqual(['https://city.example/*', 'http://city.example/*']);
  expect(originsOf('www.nextdoor.com')).toContain('https://nextdoor.com/*');
});

test('the generic definition is no site to choose', () => {
  expect(knownSites.map(({ id }) => id)).toEqual(expect.arrayContaining(['facebook.com', 'nextdoor.com', 'x.com']));
  expect(knownSites.map(({ id }) => id)).not.toContain('generic');
});

test('software that runs anywhere is looked for by its page, but only where the host has no definition', () => {
  expect(sitesByPage('forum.city.example').map(({ id }) => id)).toContain('meta.discourse.org');
  expect(sitesByPage('x.com')).toEqual([]);
});
