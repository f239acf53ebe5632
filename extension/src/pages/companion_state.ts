/** The companion's state in plain words, with what to do about it. */
import type { CompanionState } from '../messages.js';
import { make } from '../showing/element.js';
import { icon } from '../showing/icon.js';
import { unavailableRemedy, unavailableWords, words } from '../words.js';

interface Told {
  readonly look: 'clear' | 'checking' | 'warning';
  readonly what: string;
  readonly remedy: string;
}

function toldOf(state: CompanionState): Told {
  switch (state.kind) {
    case 'ready':
      return { look: 'clear', what: words('companion_ready', state.version), remedy: '' };
    case 'loading':
      return {
        look: 'checking',
        what: words('companion_loading', state.version),
        remedy: words('companion_loading_do', state.waitingFor.join(', ')),
      };
    case 'unavailable':
      return { look: 'warning', what: unavailableWords(state.reason), remedy: unavailableRemedy(state.reason) };
  }
}

export function showCompanion(into: HTMLElement, state: CompanionState): void {
  const { look, what, remedy } = toldOf(state);
  const said = make('div', '', make('p', 'what', what));
  if (remedy) said.append(make('p', 'soft', remedy));
  into.className = `state is-${look}`;
  into.replaceChildren(icon(look), said);
}
