/** The small badge in the editor's corner: what was checked, in an icon and in words, and never more than that. */
import type { BadgeState } from '../model.js';
import { words } from '../words.js';
import { make, makeButton } from './element.js';
import { type IconName, icon } from './icon.js';
import { type Box, placeBadge } from './place.js';
import { windowBox } from './seen.js';
import type { Stage } from './stage.js';

export class Badge {
  readonly #stage: Stage;
  readonly #button: HTMLButtonElement;
  readonly #note = make('div', 'badge-note');
  readonly #holder = make('div', 'badge-holder');
  readonly #live = make('div', 'unseen');
  #shown = '';
  #announced = '';

  constructor(stage: Stage, press: (byKeyboard: boolean) => void) {
    this.#stage = stage;
    // A click made by a key carries no count of clicks.
    this.#button = makeButton('badge', 'badge', '', (event) => press(event.detail === 0));
    this.#button.setAttribute('aria-haspopup', 'dialog');
    this.#live.setAttribute('role', 'status');
    this.#holder.append(this.#note, this.#button);
    stage.frame.append(this.#holder, this.#live);
    this.hide();
  }

  /** Whether it says something else now, and so has another size. */
  show(state: BadgeState): boolean {
    const { look, text } = faceOf(state);
    if (this.#shown === look + text) return false;
    this.#shown = look + text;
    this.#button.className = `badge is-${look}`;
    this.#button.replaceChildren(icon(look), make('span', 'badge-text', text));
    this.#button.setAttribute('aria-label', words('badge_name', text));
    // Every pause in writing is a check: only another outcome is worth a voice.
    if (state.kind === 'checking' || this.#announced === text) return true;
    this.#announced = text;
    this.announce(words('badge_said', text));
    return true;
  }

  place(seen: Box | null, rightToLeft: boolean, caret: Box | null): void {
    this.#holder.hidden = false; // only then it has a size
    const { width, height } = this.#button.getBoundingClientRect();
    const corner = seen && placeBadge(seen, { width, height }, windowBox(), rightToLeft, caret);
    this.#holder.hidden = !corner;
    if (!corner) return;
    const origin = this.#stage.origin();
    this.#holder.style.transform = `translate(${corner.left - origin.left}px, ${corner.top - origin.top}px)`;
    this.#holder.classList.toggle('at-left', rightToLeft);
  }

  /** Where it stands; null when it is not to be seen. */
  box(): Box | null {
    return this.#holder.hidden ? null : this.#button.getBoundingClientRect();
  }

  /** Heard by a screen reader, not shown. */
  announce(said: string): void {
    this.#live.textContent = said;
  }

  /** Heard and shown, until the next key or press: `quiet`. */
  say(said: string): void {
    this.#note.textContent = said;
    this.#note.hidden = false;
    this.announce(said);
  }

  quiet(): void {
    this.#note.hidden = true;
  }

  expanded(isOpen: boolean): void {
    this.#button.setAttribute('aria-expanded', String(isOpen));
  }

  hide(): void {
    this.#holder.hidden = true;
    this.#shown = '';
    this.#announced = '';
    this.quiet();
    this.announce('');
  }
}

function faceOf(state: BadgeState): { look: IconName; text: string } {
  switch (state.kind) {
    case 'checking':
      return { look: 'checking', text: words('badge_checking') };
    case 'clear':
      return { look: 'clear', text: words('badge_clear') };
    case 'not-checked':
      return { look: 'off', text: words('badge_not_checked') };
    case 'basic':
      return { look: 'off', text: words('badge_basic') };
    case 'findings': {
      const count = countWords(state.count);
      if (state.basic !== null) return { look: state.worst, text: words('badge_found_basic', count) };
      return { look: state.worst, text: state.partial ? words('badge_partial', count) : count };
    }
  }
}

export function countWords(count: number): string {
  return count === 1 ? words('findings_one') : words('findings_many', count);
}
