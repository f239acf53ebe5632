/** The page's one way to the companion: the contract of docs/api.md. The token lives as long as this tab. */

const TOKEN = 'foreword-token';
const TIMEOUT_MS = 10_000;

/** `kind`: 'off' (nothing answers), 'not-paired', or 'refused' with the companion's own words. */
export class Unavailable extends Error {
  constructor(kind, words) {
    super(words);
    this.kind = kind;
  }
}

export const isPaired = () => sessionStorage.getItem(TOKEN) !== null;

/** @param {string} route @param {object} body @param {AbortSignal} [signal] */
export async function ask(route, body = {}, signal) {
  const token = sessionStorage.getItem(TOKEN);
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  const response = await answerOf(route, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  });
  const answer = await response.json().catch(() => ({ detail: 'The companion’s answer could not be read.' }));
  if (response.ok) return answer;
  if (response.status === 401) sessionStorage.removeItem(TOKEN);
  throw new Unavailable(response.status === 401 ? 'not-paired' : 'refused', answer.detail);
}

async function answerOf(route, request) {
  try {
    return await fetch(`/v1/${route}`, request);
  } catch (error) {
    if (request.signal.aborted && error.name === 'AbortError') throw error; // a newer draft took over
    throw new Unavailable('off', 'The companion does not answer. Start it again with foreword run.');
  }
}

/** Exchange a one-time code for this tab's token; rejects with the companion's words when it is not right. */
export async function pair(code) {
  const { token } = await ask('pair', { code: code.replace(/\D/g, ''), client: 'Try a draft' });
  sessionStorage.setItem(TOKEN, token);
}

/** The code `foreword run` put behind the # of the address; it is taken out of the address bar and the history. */
export function codeFromAddress() {
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  if (code) history.replaceState(null, '', location.pathname);
  return code;
}
