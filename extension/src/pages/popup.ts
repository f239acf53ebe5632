/** The toolbar's popup: this site, in which capacity, and how the companion is. */
import type { State } from '../messages.js';
import { openPanel } from '../panel_place.js';
import { words } from '../words.js';
import { hostFromAddress } from './address.js';
import { showCompanion } from './companion_state.js';
import { hereOn } from './here.js';
import { $, askSurely, fillWords, tryPage } from './page.js';
import { showShortcut } from './shortcut.js';
import { SiteControl } from './site_control.js';
import { modeOn } from './site_switch.js';

export async function startPopup(): Promise<void> {
  fillWords();
  $('open-options', HTMLButtonElement).addEventListener('click', () => void chrome.runtime.openOptionsPage());
  $('again', HTMLButtonElement).addEventListener('click', async () => {
    $('companion', HTMLElement).replaceChildren(words('companion_looking'));
    show(await askSurely({ kind: 'state' }));
  });
  const [tab] = await Promise.all([tabHere(), showShortcut($('shortcut', HTMLElement))]);
  offerScan(tab);
  const host = tab?.url ? hostFromAddress(tab.url) : null;
  const here = await hereOn(tab?.id);
  const control = host === null ? null : new SiteControl(host, show, here?.actingAs ?? null);
  $('site-changed', HTMLElement).hidden = !here?.hasChanged;
  $('site', HTMLElement).replaceChildren(control?.element ?? words('popup_no_site'));

  function show(state: State): void {
    control?.show(state);
    $('site-note', HTMLElement).textContent = control ? siteNote(state, control.host) : '';
    showCompanion($('companion', HTMLElement), state.companion);
    const reason = state.companion.kind === 'unavailable' ? state.companion.reason : null;
    $('again', HTMLButtonElement).hidden = state.companion.kind === 'ready' || reason === 'not-paired';
    $('pair-now', HTMLAnchorElement).hidden = reason !== 'not-paired';
    $('try', HTMLAnchorElement).href = tryPage(state.port);
    $('try', HTMLAnchorElement).hidden = reason === 'companion-off';
  }
  show(await askSurely({ kind: 'state' }));
}

/** The press on our toolbar button is what lets the panel read this page, and only this one. */
function offerScan(tab: chrome.tabs.Tab | undefined): void {
  const tabId = tab?.id;
  $('scanning', HTMLElement).hidden = tabId === undefined || !/^(https?|file):/.test(tab?.url ?? '');
  $('scan-page', HTMLButtonElement).addEventListener('click', () => {
    if (tabId !== undefined) openPanel(tabId, 'page');
    close();
  });
}

function siteNote(state: State, host: string): string {
  if (modeOn(state, host) === undefined) return words('popup_off');
  return words(state.companion.kind === 'unavailable' ? 'popup_on_unchecked' : 'popup_on');
}

/** The browser tells us the address because the person pressed our button on that page. */
async function tabHere(): Promise<chrome.tabs.Tab | undefined> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab;
}
