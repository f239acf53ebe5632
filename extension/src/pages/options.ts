/** The options: companion, sites, what was ignored, the keyboard, privacy. */
import type { State } from '../messages.js';
import { words } from '../words.js';
import { showCompanion } from './companion_state.js';
import { startConnecting } from './connecting.js';
import { startIgnored } from './ignored.js';
import { $, askSurely, companionAddress, fillWords, tryPage } from './page.js';
import { isPaired, startPairing } from './pairing.js';
import { showShortcut } from './shortcut.js';
import { startSites } from './site_list.js';
import { startWork } from './work.js';

export async function startOptions(): Promise<void> {
  fillWords();
  startPairing(show);
  const showSites = startSites(show);
  startPort(show);
  const showConnecting = startConnecting(show);
  const showWork = startWork();
  $('unpair', HTMLButtonElement).addEventListener('click', async () => {
    await askSurely({ kind: 'unpair' });
    show(await askSurely({ kind: 'state' }));
  });
  await Promise.all([showShortcut($('shortcut', HTMLElement)), startIgnored()]);

  function show(state: State): void {
    showSites(state);
    showWork(state);
    void showConnecting(state);
    showCompanion($('companion', HTMLElement), state.companion);
    $('port', HTMLInputElement).value = String(state.port);
    $('where', HTMLElement).textContent = words('options_where', companionAddress(state.port));
    $('try', HTMLAnchorElement).href = tryPage(state.port);
    $('pairing', HTMLElement).hidden = isPaired(state);
    $('unpair', HTMLButtonElement).hidden = !isPaired(state);
  }
  show(await askSurely({ kind: 'state' }));
  addEventListener('focus', async () => show(await askSurely({ kind: 'state' })));
}

function startPort(changed: (state: State) => void): void {
  const port = $('port', HTMLInputElement);
  $('port-form', HTMLFormElement).addEventListener('submit', async (event) => {
    event.preventDefault(); // the browser has checked the number's range by now
    changed(await askSurely({ kind: 'port', port: port.valueAsNumber }));
    $('port-result', HTMLElement).textContent = words('options_port_saved');
  });
}
