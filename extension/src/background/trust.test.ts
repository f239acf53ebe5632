import { expect, test } from 'vitest';
import { hostOf, isCompanionPage, mayAsk, type Sender } from './trust.js';

const us = { id: 'us', base: 'chrome-extension://us/' };
const tab = { id: 1 } as chrome.tabs.Tab;
const content: Sender = { id: 'us', url: 'https://x.com/home', origin: 'https://x.com', tab };
const popup: Sender = { id: 'us', url: 'chrome-extension://us/popup.html', origin: 'chrome-extension://us' };
const optionsInTab: Sender = { ...popup, url: 'chrome-extension://us/options.html', tab };

test.each<[string, unknown, Sender, boolean]>([
  ['a content script asks for a check', { kind: 'check' }, content, true],
  ['a content script asks to pair', { kind: 'pair', code: '123456' }, content, false],
  ['a content script asks for the state', { kind: 'state' }, content, false],
  ['a content script switches its site on', { kind: 'switch-site', host: 'x.com', on: true }, content, false],
  ['the popup asks for the state', { kind: 'state' }, popup, true],
  ['the options page, in a tab, restores a phrase', { kind: 'restore', id: 'a' }, optionsInTab, true],
  ['our own page poses as a content script', { kind: 'check' }, popup, false],
  ['another extension asks', { kind: 'state' }, { ...popup, id: 'them' }, false],
  [
    'a page whose address begins like ours',
    { kind: 'state' },
    { ...content, url: 'https://x.com/chrome-extension://us/' },
    false,
  ],
  ['an unknown kind', { kind: 'tokens' }, popup, false],
  ['a kind from Object.prototype', { kind: 'constructor' }, popup, false],
  ['no kind', {}, content, false],
  ['nothing', null, content, false],
])('%s', (_, message, sender, allowed) => {
  expect(mayAsk(message, sender, us)).toBe(allowed);
});

test.each<[string, Sender, string | null]>([
  ['a page', content, 'x.com'],
  ['an about:blank frame of a page', { ...content, url: 'about:blank' }, 'x.com'],
  ['a sandboxed frame', { ...content, origin: 'null' }, null],
  ['a page of ours', popup, null],
])('the host of %s', (_, sender, host) => {
  expect(hostOf(sender)).toBe(host);
});

test.each([
  ['http://127.0.0.1:47191/', true],
  ['http://127.0.0.1:47191/try?x=1', true],
  ['http://127.0.0.1:47192/', false],
  ['http://localhost:47191/', false],
  ['http://127.0.0.1:47191.evil.example/', false],
  ['https://127.0.0.1:47191/', false],
  ['about:blank', false],
])('%s as the companion’s page: %s', (url, isIt) => {
  expect(isCompanionPage({ ...content, url }, 47191)).toBe(isIt);
});
