/**
 * Phrases a person called "not a problem" on a site, and rules they want to hear no more of there. The words are never stored: only an HMAC-SHA256 of rule, host
 * and words under a random key of this installation, so that the list on disk tells nobody what was written.
 */
import type { ContentAsk, Dismissal } from '../messages.js';
import { changeSetting, setting } from '../settings.js';

type Phrase = { readonly rule: string; readonly words: string };

/** "Fat  Cat" and "fat cat" are one phrase: compatibility form, lower case, single spaces. */
export function normalised(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

async function hashKey(): Promise<CryptoKey> {
  const kept = await changeSetting('dismissalKey', (old) => old ?? base64(crypto.getRandomValues(new Uint8Array(32))));
  const bytes = Uint8Array.from(atob(kept ?? ''), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

async function idOf(phrase: Phrase, host: string, key: CryptoKey): Promise<string> {
  const said = new TextEncoder().encode([phrase.rule, host, normalised(phrase.words)].join('\n'));
  return base64(new Uint8Array(await crypto.subtle.sign('HMAC', key, said)));
}

export async function dismissPhrase(asked: Extract<ContentAsk, { kind: 'dismiss-phrase' }>, host: string) {
  const id = await idOf(asked, host, await hashKey());
  const { rule, title, words } = asked;
  await keep({ id, rule, title, host, length: words.length });
}

export function dismissRule({ rule, title }: Extract<ContentAsk, { kind: 'dismiss-rule' }>, host: string) {
  return keep({ id: idOfRule(rule, host), rule, title, host, length: null });
}

const idOfRule = (rule: string, host: string) => `${rule} on ${host}`;

async function keep(dismissed: Omit<Dismissal, 'since'>): Promise<void> {
  const entry = { ...dismissed, since: new Date().toISOString().slice(0, 10) };
  await changeSetting('dismissals', (old) => [...old.filter(({ id }) => id !== entry.id), entry]);
}

export async function undoDismiss(phrase: Phrase, host: string): Promise<void> {
  await restore(await idOf(phrase, host, await hashKey()));
  await restore(idOfRule(phrase.rule, host));
}

export async function areDismissed(phrases: readonly Phrase[], host: string): Promise<boolean[]> {
  const kept = new Set((await setting('dismissals')).map(({ id }) => id));
  if (kept.size === 0) return phrases.map(() => false);
  const key = await hashKey();
  return Promise.all(
    phrases.map(async (phrase) => kept.has(idOfRule(phrase.rule, host)) || kept.has(await idOf(phrase, host, key))),
  );
}

export function restore(id: string): Promise<readonly Dismissal[]> {
  return changeSetting('dismissals', (old) => old.filter((each) => each.id !== id));
}
