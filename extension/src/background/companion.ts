/**
 * The companion on this computer: the only `fetch` in the extension. Every foreign failure is translated to one
 * `Unavailable` here, so that nothing above has to know what HTTP is.
 */
import type { CompanionState, PairReply } from '../messages.js';
import type { Draft, ItemAnswer, Review, ScanItem, Unavailable } from '../model.js';
import { changeSetting, setting } from '../settings.js';
import { unavailableWords } from '../words.js';
import {
  isEnd,
  isHello,
  isItemAnswer,
  isPolicy,
  isReview,
  isStatus,
  isToken,
  namesOf,
  type PolicyFacts,
  ruleFactsOf,
} from './answers.js';
import { linesOf } from './lines.js';
import { connect, stopConnecting } from './native.js';
import { isProven, newNonce } from './proof.js';
import { reasonOfStatus } from './refusals.js';

/** The contract's number (docs/api.md); the companion carries the same. */
const API = 1;
const HELLO = '/v1/hello';
const PROBLEM = 'application/problem+json';
const QUICK_MS = 2_000;
/** Longer than any time budget of the companion's own (it answers `partial` first), shorter than patience. */
const CHECK_MS = 5_000;
/** Between two lines of a scan: a long item waits for the person who writes, and is read after that. */
const STALL_MS = 15_000;

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Unavailable };

const failed = (reason: Unavailable) => ({ ok: false, reason }) as const;

async function post(path: string, body: unknown, token: string | null, signal: AbortSignal) {
  return fetch(`http://127.0.0.1:${await setting('port')}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
    signal,
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  });
}

function within(timeoutMs: number, signal?: AbortSignal): AbortSignal {
  const limit = AbortSignal.timeout(timeoutMs);
  return signal ? AbortSignal.any([signal, limit]) : limit;
}

const isProblem = (response: Response) => response.headers.get('Content-Type')?.startsWith(PROBLEM) ?? false;

/** An answer of the shape asked for, from a companion that has proven itself; or why there is none. */
async function asked<T>(
  path: string,
  body: unknown,
  isWanted: (value: unknown) => value is T,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  const token = await setting('token');
  const stranger = await greet(token, signal);
  const isAway = stranger === 'companion-off' || stranger === 'not-paired';
  if (isAway && (await connect())) return asked(path, body, isWanted, timeoutMs, signal);
  if (stranger) return failed(stranger);
  const answer = await posted(path, body, isWanted, timeoutMs, token, signal);
  if (answer.ok || answer.reason !== 'not-paired') return answer;
  if ((await setting('token')) !== token) return asked(path, body, isWanted, timeoutMs, signal); // renewed meanwhile
  await changeSetting('token', (now) => (now === token ? null : now)); // the companion itself said so
  return answer;
}

async function posted<T>(
  path: string,
  body: unknown,
  isWanted: (value: unknown) => value is T,
  timeoutMs: number,
  token: string | null,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  try {
    const response = await post(path, body, token, within(timeoutMs, signal));
    if (!response.ok) return failed(refusalIn(response));
    const value: unknown = await response.json();
    return isWanted(value) ? { ok: true, value } : failed('companion-error');
  } catch (error) {
    return failed(reasonOf(error));
  }
}

function refusalIn(response: Response): Unavailable {
  return isProblem(response) ? reasonOfStatus(response.status) : 'port-taken';
}

function reasonOf(error: unknown): Unavailable {
  if (error instanceof DOMException) return 'too-slow'; // TimeoutError, or AbortError when a newer draft took over
  if (error instanceof SyntaxError) return 'port-taken'; // not JSON: something else answers on this port
  return 'companion-off'; // fetch rejects with TypeError when nothing listens
}

/** Before anything else is sent: does it speak our contract, and is it the companion that gave us this token? */
async function greet(token: string | null, signal?: AbortSignal): Promise<Unavailable | null> {
  const [nonce, port] = [newNonce(), await setting('port')];
  const answer = await posted(HELLO, { nonce }, isHello, QUICK_MS, null, signal);
  if (!answer.ok) return answer.reason;
  if (answer.value.api !== API) return answer.value.api < API ? 'companion-older' : 'companion-newer';
  return token && (await isProven(answer.value.proofs, token, port, nonce)) ? null : 'not-paired';
}

export async function companionState(): Promise<CompanionState> {
  const answer = await asked('/v1/status', {}, isStatus, QUICK_MS);
  if (!answer.ok) return { kind: 'unavailable', reason: answer.reason };
  const { version, ready, detectors } = answer.value;
  if (ready) return { kind: 'ready', version };
  return {
    kind: 'loading',
    version,
    waitingFor: detectors.filter(({ state }) => state !== 'ready').map(({ name }) => name),
  };
}

export async function review(draft: Draft, signal: AbortSignal): Promise<Answer<Review>> {
  const isThisReview = (value: unknown): value is Review => isReview(value, draft);
  return asked('/v1/check', draft, isThisReview, CHECK_MS, signal);
}

/** A token is used for a day. The old one holds until the new one is first used, so a lost answer loses nothing. */
export async function renewToken(): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  if ((await setting('token')) === null || (await setting('renewed')) === today) return;
  const answer = await asked('/v1/renew', {}, isToken, QUICK_MS);
  if (!answer.ok) return;
  await changeSetting('token', () => answer.value.token);
  await changeSetting('renewed', () => today);
}

/**
 * Items in, an answer for each as soon as the companion knows it. Resolves to null when all were answered, otherwise to
 * why it ended before; what was heard until then counts. Aborting `signal` cancels the scan in the companion, too.
 */
export async function scanned(
  items: readonly ScanItem[],
  hear: (answer: ItemAnswer) => void,
  signal: AbortSignal,
): Promise<Unavailable | null> {
  const token = await setting('token');
  const stranger = await greet(token, signal);
  if (stranger) return stranger;
  const stall = new AbortController();
  const lengths = new Map(items.map(({ item_id, text }) => [item_id, text.length]));
  let timer = setTimeout(() => stall.abort(), STALL_MS);
  try {
    const asked = { scan_id: crypto.randomUUID(), items };
    const response = await post('/v1/scan', asked, token, AbortSignal.any([signal, stall.signal]));
    if (!response.ok || !response.body) return refusalIn(response);
    for await (const line of linesOf(response.body)) {
      clearTimeout(timer);
      timer = setTimeout(() => stall.abort(), STALL_MS);
      const said: unknown = JSON.parse(line);
      if (isEnd(said)) return null;
      if (isItemAnswer(said, lengths)) hear(said);
    }
    return 'companion-off'; // cut off in the middle: it was stopped
  } catch (error) {
    return reasonOf(error);
  } finally {
    clearTimeout(timer);
  }
}

export async function policyFacts(): Promise<Answer<PolicyFacts>> {
  const answer = await asked('/v1/policy', {}, isPolicy, QUICK_MS);
  if (!answer.ok) return answer;
  const [pack] = answer.value.packs;
  await changeSetting('pack', () => pack?.id ?? null);
  return { ok: true, value: { names: namesOf(answer.value), rules: ruleFactsOf(answer.value) } };
}

/** `why` is the companion's own sentence where it gave one, otherwise ours: both are shown as they are. */
export async function pair(code: string, client: string): Promise<PairReply> {
  try {
    const response = await post('/v1/pair', { code: code.trim(), client }, null, within(QUICK_MS));
    const value: unknown = await response.json();
    if (response.ok && isToken(value)) {
      await changeSetting('token', () => value.token);
      return { ok: true };
    }
    return {
      ok: false,
      why: isProblem(response) && has(value, 'detail') ? value.detail : unavailableWords('companion-error'),
    };
  } catch (error) {
    return { ok: false, why: unavailableWords(reasonOf(error)) };
  }
}

/** Forgets the token even when the companion cannot be told: this side must be able to end the pairing alone. */
export async function unpair(): Promise<void> {
  await stopConnecting();
  await asked('/v1/unpair', {}, (value): value is object => typeof value === 'object', QUICK_MS);
  await changeSetting('token', () => null);
}

function has<K extends string>(value: unknown, key: K): value is Record<K, string> {
  return typeof value === 'object' && value !== null && typeof (value as Record<string, unknown>)[key] === 'string';
}
