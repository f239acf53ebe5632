/** The button that spares the code: the browser's own question first, then the companion is asked where it is. */
import type { State } from '../messages.js';
import { words } from '../words.js';
import { $, askSurely } from './page.js';
import { isPaired } from './pairing.js';

const PERMISSION = { permissions: ['nativeMessaging' as const] };

/** Returns what shows the button, where it is of use. */
export function startConnecting(changed: (state: State) => void): (state: State) => Promise<void> {
  const result = $('connect-result', HTMLElement);
  $('connect', HTMLButtonElement).addEventListener('click', async () => {
    // At once: after any other wait the browser no longer takes it for the person's own wish.
    if (!(await chrome.permissions.request(PERMISSION))) return say('site_declined');
    const state = await askSurely({ kind: 'connect' });
    say(isConnected(state) ? 'connect_done' : 'connect_failed');
    changed(state);
  });

  function say(key: 'site_declined' | 'connect_done' | 'connect_failed'): void {
    result.className = key === 'connect_done' ? 'done' : 'problem';
    result.textContent = words(key);
  }

  return async (state) => {
    const isHeld = await chrome.permissions.contains(PERMISSION);
    $('connecting', HTMLElement).hidden = isHeld && isConnected(state);
  };
}

const isConnected = (state: State) => isPaired(state) && state.companion.kind !== 'unavailable';
