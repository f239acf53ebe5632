/**
 * The companion on this computer: the only `fetch` in the extension. Every foreign failure is translated to one
 * `Unavailable` here, so that nothing above has to know what HTTP is.
 */
import type { CompanionState, PairReply } from '../messages.js';
import type { Draft, PolicyNames, Review, Unavailable } from '../model.js';
import { changeSetting, setting } from '../settings.js';
import { unavailableWords } from '../words.js';
import { isPolicy, isReview, isStatus, namesOf, type Status } from './answers.js';

/** The contract's number (docs/api.md); the companion carries the same. */
const API = 1;
const STATUS = '/v1/status';
const PROBLEM = 'application/problem+json';
const QUICK_MS = 2_000;
/** Longer than any time budget of the companion's own (it answers `partial` first), shorter than patience. */
const CHECK_MS = 5_000;

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Unavailable };

const failed = (reason: Unavailable) => ({ ok: false, reason }) as const;

async function post(path: string, body: unknown, timeoutMs: number, token: string | null, signal?: AbortSignal) {
  const limit = AbortSignal.timeout(timeoutMs);
  return fetch(`http://127.0.0.1:${await setting('port')}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  });
}

const isProblem = (response: Response) => response.headers.get('Content-Type')?.startsWith(PROBLEM) ?? false;

/** An answer of the shape asked for, or why there is none. Reads the body within the same time limit. */
async function asked<T>(
  path: string,
  body: unknown,
  isWanted: (value: unknown) => value is T,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  const token = await setting('token');
  // Without a token only the status is asked for: the answer then tells a companion that does not know us from none.
  if (!token && path !== STATUS) return failed('not-paired');
  try {
    const response = await post(path, body, timeoutMs, token, signal);
    // Only the companion's own 401 ends the pairing; another program on this port may say 401 for its own reasons.
    if (response.status === 401 && isProblem(response)) {
      await changeSetting('token', (now) => (now === token ? null : now));
      return failed('not-paired');
    }
    // Only askers it does not know are ever told to wait; with the right token it answers.
    if (response.status === 429 && isProblem(response)) return failed('not-paired');
    if (!response.ok) return failed('companion-error');
    const value: unknown = await response.json();
    return isWanted(value) ? { ok: true, value } : failed('companion-error');
  } catch (error) {
    return failed(reasonOf(error));
  }
}

function reasonOf(error: unknown): Unavailable {
  if (error instanceof DOMException) return 'too-slow'; // TimeoutError, or AbortError when a newer draft took over
  if (error instanceof SyntaxError) return 'companion-error'; // not JSON: something else answers on this port
  return 'companion-off'; // fetch rejects with TypeError when nothing listens
}

let greeted: string | null = null;

/** The handshake: do both sides speak the same contract? Once for each port and token, until it fails. */
async function greet(): Promise<Unavailable | null> {
  const key = `${await setting('port')} ${await setting('token')}`;
  if (greeted === key) return null;
  const answer = await status();
  if (!answer.ok) return answer.reason;
  greeted = key;
  return null;
}

async function status(): Promise<Answer<Status>> {
  greeted = null;
  const answer = await asked(STATUS, {}, isStatus, QUICK_MS);
  if (!answer.ok || answer.value.api === API) return answer;
  return failed(answer.value.api < API ? 'companion-older' : 'companion-newer');
}

export async function companionState(): Promise<CompanionState> {
  const answer = await status();
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
  const stranger = await greet();
  if (stranger) return failed(stranger);
  const isThisReview = (value: unknown): value is Review => isReview(value, draft);
  const answer = await asked('/v1/check', draft, isThisReview, CHECK_MS, signal);
  if (!answer.ok) greeted = null; // it may have been replaced by another version
  return answer;
}

export async function policyNames(): Promise<Answer<PolicyNames>> {
  const answer = await asked('/v1/policy', {}, isPolicy, QUICK_MS);
  if (!answer.ok) return answer;
  const [pack] = answer.value.packs;
  await changeSetting('pack', () => pack?.id ?? null);
  return { ok: true, value: namesOf(answer.value) };
}

/** `why` is the companion's own sentence where it gave one, otherwise ours: both are shown as they are. */
export async function pair(code: string, client: string): Promise<PairReply> {
  try {
    const response = await post('/v1/pair', { code: code.trim(), client }, QUICK_MS, null);
    const value: unknown = await response.json();
    if (response.ok && has(value, 'token')) {
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
  await asked('/v1/unpair', {}, (value): value is object => typeof value === 'object', QUICK_MS);
  await changeSetting('token', () => null);
}

function has<K extends string>(value: unknown, key: K): value is Record<K, string> {
  return typeof value === 'object' && value !== null && typeof (value as Record<string, unknown>)[key] === 'string';
}
