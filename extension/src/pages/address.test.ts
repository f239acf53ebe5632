import { expect, it } from 'vitest';
import { hostFromAddress } from './address.js';

it.each([
  ['mastodon.social', 'mastodon.social'],
  ['  HTTPS://Mastodon.Social/@city?x=1#top ', 'mastodon.social'],
  ['forum.example.org:8443/threads', 'forum.example.org'],
  ['http://example.org.', 'example.org'],
  ['bücher.example', 'xn--bcher-kva.example'],
])('reads %j', (typed, host) => {
  expect(hostFromAddress(typed)).toBe(host);
});

it.each([
  '',
  'facebook',
  'localhost:8000',
  '127.0.0.1',
  '[::1]',
  'chrome://settings',
  'file:///etc',
  'a b.com',
  '.com',
])('finds no site in %j', (typed) => {
  expect(hostFromAddress(typed)).toBeNull();
});
