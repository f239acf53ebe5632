/** One site a person may switch on: its switch and, once on, in which capacity they write there. */
import type { State } from '../messages.js';
import type { Mode } from '../model.js';
import { make } from '../showing/element.js';
import { mainHostOf, siteOf } from '../sites.js';
import { words } from '../words.js';
import { identityRows } from './identities.js';
import { MODES } from './modes.js';
import { askSurely } from './page.js';
import { type Hear, modeOn, switchOff, switchOn } from './site_switch.js';

export class SiteControl {
  readonly element: HTMLElement;
  /** The host it is kept under. */
  readonly host: string;
  readonly #hear: Hear;
  readonly #box = make('input', 'switch');
  readonly #modes = make('fieldset', 'modes', make('legend', '', words('mode_question')));
  readonly #radios: readonly HTMLInputElement[];
  readonly #identities = make('div', 'identities');
  readonly #problem = make('p', 'problem');

  /** `hear` gets every new state, so that the page's other parts can follow; `actingAs`: the name written under now. */
  constructor(
    host: string,
    hear: Hear,
    private readonly actingAs: string | null = null,
  ) {
    const { title, default_mode } = siteOf(host);
    this.host = mainHostOf(host);
    this.#hear = hear;
    this.#box.type = 'checkbox';
    this.#box.setAttribute('role', 'switch');
    this.#box.addEventListener('change', () => void this.#switch(this.#chosen ?? default_mode));
    this.#radios = MODES.map(([mode, label]) => this.#radio(mode, words(label)));
    this.#problem.setAttribute('role', 'alert');
    const address = make('span', 'soft', title === this.host ? '' : this.host);
    const names = make('span', 'site-names', make('span', 'site-name', title), ' ', address);
    this.element = make(
      'div',
      'site',
      make('label', 'site-switch', names, this.#box),
      this.#modes,
      this.#identities,
      this.#problem,
    );
  }

  show(state: State): void {
    const mode = modeOn(state, this.host);
    this.#box.checked = mode !== undefined;
    this.#modes.hidden = mode === undefined;
    for (const radio of this.#radios) radio.checked = radio.value === mode;
    const site = state.sites.find(({ host }) => host === this.host);
    this.#identities.replaceChildren(...(site ? identityRows(site, this.actingAs, this.#hear) : []));
  }

  focus(): void {
    this.#box.focus();
  }

  get #chosen(): Mode | undefined {
    return MODES.find((_, at) => this.#radios[at]?.checked)?.[0];
  }

  #radio(mode: Mode, label: string): HTMLInputElement {
    const radio = make('input', '');
    radio.type = 'radio';
    radio.name = `mode ${this.host}`;
    radio.value = mode;
    radio.addEventListener('change', () => void this.#try(() => this.#change(mode)));
    this.#modes.append(make('label', 'mode', radio, label));
    return radio;
  }

  async #change(mode: Mode): Promise<void> {
    this.#hear(await askSurely({ kind: 'switch-site', host: this.host, on: true, mode }));
  }

  #switch(mode: Mode): Promise<void> {
    const wanted = this.#box.checked;
    return this.#try(async () => {
      if (!wanted) return switchOff(this.host, mode, this.#hear);
      const isOn = await switchOn(this.host, mode, this.#hear);
      if (!isOn) this.#problem.textContent = words('site_declined');
    });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    this.#problem.textContent = '';
    try {
      await act();
    } catch {
      this.#problem.textContent = words('page_failed');
      this.#hear(await askSurely({ kind: 'state' })); // the controls show what is, not what was wished
    }
  }
}
