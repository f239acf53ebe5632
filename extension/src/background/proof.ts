/**
 * Is whoever listens on our port the companion we paired with? It proves that it knows our token before we show it:
 * HMAC-SHA256, under the token's hash, of the port and a number used once (companion/pairing.py, `proofs`). Another
 * program that took the port, another user's among them, gets neither token nor draft.
 */
export function newNonce(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}

export async function isProven(proofs: readonly string[], token: string, port: number, nonce: string) {
  const said = (text: string) => new TextEncoder().encode(text);
  const hash = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', said(token))));
  const key = await crypto.subtle.importKey('raw', said(hash), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const wanted = hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, said(`${port} ${nonce}`))));
  return proofs.includes(wanted);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
