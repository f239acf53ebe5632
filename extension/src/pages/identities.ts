/** The names a person writes under on one site, and in which capacity: met once, said by the person, forgotten on demand. */
import type { State, SwitchedSite } from '../messages.js';
import type { Mode } from '../model.js';
import { make, makeButton } from '../showing/element.js';
import { words } from '../words.js';
import { MODES } from './modes.js';
import { askSurely } from './page.js';

/** `now`: the name the page shows at this moment, which stands first. */
export function identityRows(
  { host, identities }: SwitchedSite,
  now: string | null,
  changed: (state: State) => void,
): HTMLElement[] {
  const say = async (name: string, mode: Mode | null) =>
    changed(await askSurely({ kind: 'identity', host, name, mode }));
  const row = ([name, mode]: readonly [string, Mode]): HTMLElement => {
    const legend = make('legend', '', words(name === now ? 'identity_now' : 'identity_as', name));
    const radios = MODES.map(([each, label]) => {
      const radio = make('input', '');
      radio.type = 'radio';
      radio.name = `mode ${host} ${name}`;
      radio.checked = each === mode;
      radio.addEventListener('change', () => void say(name, each));
      return make('label', 'mode', radio, words(label));
    });
    const forget = makeButton('link', 'forget', words('identity_forget'), () => void say(name, null));
    forget.setAttribute('aria-label', words('identity_forget_name', name));
    return make('fieldset', 'modes', legend, ...radios, forget);
  };
  return Object.entries(identities)
    .toSorted(([one], [other]) => Number(other === now) - Number(one === now))
    .map(row);
}
