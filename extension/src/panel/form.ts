/** What the person asks for: whose words, in which capacity, and whether to go on while they scroll. */
import type { PageFacts, Scope } from '../items.js';
import type { Mode } from '../model.js';
import { $, askSurely } from '../pages/page.js';
import { make } from '../showing/element.js';
import { words } from '../words.js';

export interface Asked {
  readonly scope: Scope;
  readonly me: string | null;
  readonly mode: Mode;
  readonly follow: boolean;
}

export class Form {
  private facts: PageFacts | null = null;
  private host = '';

  constructor(
    private readonly scan: (asked: Asked) => void,
    follow: (on: boolean) => void,
  ) {
    const form = $('wish', HTMLFormElement);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    form.addEventListener('change', () => this.showWho());
    $('follow', HTMLInputElement).addEventListener('change', ({ target }) =>
      follow((target as HTMLInputElement).checked),
    );
  }

  show(facts: PageFacts, host: string, me: string | null, mode: Mode): void {
    this.facts = facts;
    this.host = host;
    $('page-title', HTMLElement).textContent = facts.title || host;
    $('page-host', HTMLElement).textContent = host;
    $('authors', HTMLDataListElement).replaceChildren(...facts.authors.map((name) => option(name)));
    $('me', HTMLInputElement).value = me ?? facts.me ?? '';
    this.choose('mode', mode);
    this.choose('scope', facts.selected > 0 ? 'selection' : me !== null && facts.authors.length > 0 ? 'mine' : 'page');
    this.showWho();
    $('asking', HTMLElement).hidden = false;
  }

  choose(name: 'scope' | 'mode', value: string): void {
    for (const radio of radios(name)) radio.checked = radio.value === value;
    this.showWho();
  }

  /** The choices step aside for the results; what was chosen stays in sight. */
  fold(): void {
    $('choices', HTMLDetailsElement).open = false;
  }

  submit(): void {
    const me = $('me', HTMLInputElement).value.trim();
    const scope = chosen('scope') as Scope;
    const problem = this.problemWith(scope, me);
    $('me-problem', HTMLElement).textContent = problem;
    $('me', HTMLInputElement).toggleAttribute('aria-invalid', problem !== '' && scope === 'mine');
    if (problem) {
      $('choices', HTMLDetailsElement).open = true;
      $('who', HTMLElement).hidden = false;
      if (scope === 'mine') $('me', HTMLInputElement).focus();
      return;
    }
    if (scope === 'mine') void askSurely({ kind: 'call-me', host: this.host, name: me });
    this.fold();
    const follow = $('follow', HTMLInputElement).checked;
    this.scan({ scope, me: me || null, mode: chosen('mode') as Mode, follow });
  }

  private problemWith(scope: Scope, me: string): string {
    if (scope === 'mine' && this.facts?.authors.length === 0) return words('panel_no_authors');
    if (scope === 'mine' && me === '') return words('panel_me_missing');
    if (scope === 'selection' && this.facts?.selected === 0) return words('panel_nothing_selected');
    return '';
  }

  private showWho(): void {
    const scope = chosen('scope');
    // On a channel of the City's its own posts are told apart from what residents write there.
    $('who', HTMLElement).hidden = scope !== 'mine' && !(scope === 'page' && chosen('mode') === 'official');
    $('me-problem', HTMLElement).textContent = '';
    $('chosen', HTMLElement).textContent = words('panel_chosen', labelOf('scope'), labelOf('mode'));
  }
}

function option(name: string): HTMLOptionElement {
  const made = make('option', '');
  made.value = name;
  return made;
}

const radios = (name: string) => document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`);
const labelOf = (name: string) =>
  [...radios(name)].find(({ checked }) => checked)?.labels?.[0]?.textContent?.trim() ?? '';
const chosen = (name: string) => [...radios(name)].find(({ checked }) => checked)?.value ?? '';
