/** The first page after installing: what is read, where it goes, and three steps, each of which can wait. */
import type { State } from '../messages.js';
import { make } from '../showing/element.js';
import { type IconName, icon } from '../showing/icon.js';
import { type WordsKey, words } from '../words.js';
import { showCompanion } from './companion_state.js';
import { $, askSurely, companionAddress, fillWords, tryPage } from './page.js';
import { isPaired, startPairing } from './pairing.js';
import { showShortcut } from './shortcut.js';
import { startSites } from './site_list.js';

export async function startWelcome(): Promise<void> {
  fillWords();
  showLegend();
  startPairing(show);
  const showSites = startSites(show);
  await showShortcut($('shortcut', HTMLElement));

  function show(state: State): void {
    showSites(state);
    showCompanion($('companion', HTMLElement), state.companion);
    $('where', HTMLElement).textContent = words('welcome_where', companionAddress(state.port));
    $('try', HTMLAnchorElement).href = tryPage(state.port);
    $('pairing', HTMLElement).hidden = isPaired(state);
  }
  show(await askSurely({ kind: 'state' }));
  // Coming back from the companion's own page, which pairs with one click, too.
  addEventListener('focus', async () => show(await askSurely({ kind: 'state' })));
}

const LEGEND: readonly (readonly [IconName, WordsKey, WordsKey])[] = [
  ['checking', 'badge_checking', 'legend_checking'],
  ['clear', 'badge_clear', 'legend_clear'],
  ['warning', 'findings_one', 'legend_findings'],
  ['off', 'badge_basic', 'legend_basic'],
  ['off', 'badge_not_checked', 'legend_not_checked'],
];

function showLegend(): void {
  const rows = LEGEND.map(([look, badge, meaning]) => {
    const sample = make('span', `badge is-${look}`, icon(look), words(badge));
    return make('li', '', sample, make('span', '', words(meaning)));
  });
  $('legend', HTMLUListElement).replaceChildren(...rows);
}
