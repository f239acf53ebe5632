/**
 * Phrases a person called "not a problem" on a site, and rules they want to hear no more of there. The words are never stored: only an HMAC-SHA256 of rule, host
 * and words under a random key of this installation, so that the list on disk tells nobody what was written.
 */
import { wordsOf } from '../findings/words_of.js';
import type { ContentAsk, Dismissal } from '../messages.js';
import type { Finding } from '../model.js';
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

/** Ids of the findings in a text whose phrase or rule is ignored on this site. */
export async function ignoredAmong(findings: readonly Finding[], text: string, host: string): Promise<string[]> {
  const kept = new Set((await setting('dismissals')).map(({ id }) => id));
  if (kept.size === 0 || findings.length === 0) return [];
  const key = await hashKey();
  const ids = findings.map(async (finding) => {
    const phrase = { rule: finding.rule, words: wordsOf(finding, text) };
    const isIgnored = kept.has(idOfRule(finding.rule, host)) || kept.has(await idOf(phrase, host, key));
    return isIgnored ? [finding.id] : [];
  });
  return (await Promise.all(ids)).flat();
}

export function restore(id: string): Promise<readonly Dismissal[]> {
  return changeSetting('dismissals', (old) => old.filter((each) => each.id !== id));
}
