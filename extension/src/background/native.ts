/**
 * Without a code: the browser starts a program of the companion's for us (native messaging), which starts the
 * companion when it is down and says where it is. Only with a permission that the person gave in the options, and
 * only after `foreword service install`.
 */
import { changeSetting, setting } from '../settings.js';
import { clientName } from './client_name.js';

const HOST = 'foreword.companion';
const PERMISSION = { permissions: ['nativeMessaging' as const] };
/** Starting takes a second or two; one that does not start is not started for every letter. */
const AGAIN_MS = 30_000;

let tried = Number.NEGATIVE_INFINITY;

function mayConnect(): Promise<boolean> {
  return chrome.permissions.contains(PERMISSION);
}

/** Whether port and token are known now. `isAsked`: a person pressed the button, so it is tried at once. */
export async function connect(isAsked = false): Promise<boolean> {
  if (!(await mayConnect())) return false;
  if (isAsked) await changeSetting('connects', () => true);
  else if (!(await setting('connects')) || performance.now() - tried < AGAIN_MS) return false;
  tried = performance.now();
  const message = { kind: 'connect', client: clientName(), origin: location.origin };
  // Rejects when the program is not registered, or ends without an answer.
  const answer: unknown = await chrome.runtime.sendNativeMessage(HOST, message).catch(() => null);
  if (!isConnection(answer)) return false;
  await changeSetting('port', () => answer.port);
  await changeSetting('token', () => answer.token);
  return true;
}

/** The person unpaired: it must not be undone by the next letter. */
export async function stopConnecting(): Promise<void> {
  await changeSetting('connects', () => false);
  await chrome.permissions.remove(PERMISSION).catch(() => undefined); // rejects where an administrator gave it
}

function isConnection(value: unknown): value is { readonly port: number; readonly token: string } {
  if (typeof value !== 'object' || value === null || !('port' in value) || !('token' in value)) return false;
  return Number.isInteger(value.port) && typeof value.token === 'string';
}
