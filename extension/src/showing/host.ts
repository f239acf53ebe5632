/** Station 8's one entry: puts badge, marks, card and second look together and keeps them on one view. */
import type { Finding } from '../model.js';
import { Badge } from './badge.js';
import { Card, type Scene } from './card.js';
import { SecondLook } from './dialog.js';
import { follow, oncePerFrame } from './follow.js';
import type { Marks } from './marks.js';
import { makeMirror } from './mirror.js';
import { type Box, boxAround, holds, overlapOf } from './place.js';
import { besideHandles, seenBox, windowBox } from './seen.js';
import { startShield } from './shield.js';
import type { Actions, SecondLookAnswer, Showing, StartShowing, View } from './showing.js';
import { makeStage, type Stage } from './stage.js';
import { isLightColour } from './theme.js';
import { makeUnderline } from './underline.js';

export const startShowing: StartShowing = (actions, signal) => new Drawing(actions, signal);

class Drawing implements Showing, Scene {
  readonly stage: Stage;
  readonly actions: Actions;
  readonly #badge: Badge;
  readonly #card: Card;
  readonly #look: SecondLook;
  readonly #marksOf: Readonly<Record<View['drawable']['kind'], Marks>>;
  readonly #moved: () => void;
  #view: View | null = null;
  #seen: Box | null = null;
  /** Ends the following of the composer now shown. */
  #following = new AbortController();

  constructor(actions: Actions, signal: AbortSignal) {
    this.actions = actions;
    this.stage = makeStage((isBack) => this.#look.returned(isBack), signal);
    this.#badge = new Badge(this.stage, (byKeyboard) => this.#explain(byKeyboard));
    this.#card = new Card(this);
    this.#look = new SecondLook(this.stage, actions);
    this.#marksOf = { field: makeMirror(this.stage), editable: makeUnderline() };
    this.#moved = oncePerFrame(() => this.#arrange(), signal);
    startShield({
      host: this.stage.host,
      key: (event) => this.#card.isOpen() && !this.#look.isOpen() && this.#card.key(event),
      takesFocus: () => this.#look.isOpen(),
      signal,
    });
    this.#listen(signal);
    signal.addEventListener('abort', () => {
      this.#look.end();
      this.hide();
    });
  }

  show(view: View): void {
    const { element, text } = view.drawable;
    if (!this.stage.enter(element)) return;
    const before = this.#view?.drawable;
    if (before?.element !== element) this.#turnTo(element);
    if (before?.text !== text) this.#badge.quiet();
    this.#view = view;
    this.#marks()?.draw(view, this.#card.currentId());
    const isOther = this.#badge.show(view.badge);
    this.#card.update();
    if (this.#look.isAbout(element)) this.#look.update(view);
    if (isOther) this.#arrange(); // not a frame later: a press on its new words must find it
    this.#moved();
  }

  hide(): void {
    if (!this.#view) return;
    this.#card.close();
    this.#following.abort();
    this.#marks()?.clear();
    this.#badge.hide();
    this.#view = null;
  }

  openCard(findingId?: string): void {
    if (!this.#view || this.#look.isOpen()) return;
    const { findings } = this.#view;
    const asked = findings.find(({ id }) => id === findingId);
    const atCaret = findings.find((finding) => this.#marks()?.holdsCaret(finding));
    this.#arrange(); // what was shown in this very frame has no place yet
    this.#card.open(asked ?? atCaret ?? findings[0] ?? null, true);
  }

  async secondLook(view: View): Promise<SecondLookAnswer> {
    this.#card.close();
    this.show(view);
    // A page that keeps throwing us out must not lose its Post button to us.
    return this.stage.enter(view.drawable.element) ? this.#look.ask(view) : 'post';
  }

  isOurs(event: Event): boolean {
    return event.composedPath().includes(this.stage.host);
  }

  say(said: string): void {
    this.#badge.say(said);
  }

  view(): View | null {
    return this.#view;
  }

  anchorOf(finding: Finding | null): Box {
    const lines = finding ? (this.#marks()?.boxesOf(finding) ?? []) : [];
    const seen = this.#seen;
    const inSight = seen ? lines.flatMap((line) => overlapOf(line, seen) ?? []) : [];
    return boxAround(inSight) ?? this.#badge.box() ?? seen ?? windowBox();
  }

  isRightToLeft(): boolean {
    return this.#view !== null && getComputedStyle(this.#view.drawable.element).direction === 'rtl';
  }

  announce(said: string): void {
    this.#badge.announce(said);
  }

  turned(): void {
    this.#badge.expanded(this.#card.isOpen());
    if (this.#card.isOpen()) this.#badge.quiet();
    if (!this.#view) return;
    this.#marks()?.draw(this.#view, this.#card.currentId());
    this.#moved();
  }

  #marks(): Marks | null {
    return this.#view && this.#marksOf[this.#view.drawable.kind];
  }

  /** The badge was pressed: when something was not checked, that comes before any finding. */
  #explain(byKeyboard: boolean): void {
    if (!this.#view) return;
    const { badge, findings } = this.#view;
    this.#card.open(badge.kind === 'not-checked' ? null : (findings[0] ?? null), byKeyboard);
  }

  #turnTo(element: HTMLElement): void {
    this.hide();
    this.#following = new AbortController();
    follow(element, this.#moved, this.#following.signal);
  }

  #arrange(): void {
    if (!this.#view) return;
    this.#seen = seenBox(this.#view.drawable.element);
    this.#wearTheme(this.#view.drawable.element);
    this.#marks()?.place(this.#seen);
    const free = this.#seen && besideHandles(this.#seen, this.#view.drawable.element);
    this.#badge.place(free, this.isRightToLeft(), this.#marks()?.caretBox() ?? null);
    this.#card.place();
  }

  #wearTheme(element: Element): void {
    const isDark = isLightColour(getComputedStyle(element).color) ?? matchMedia('(prefers-color-scheme: dark)').matches;
    this.stage.frame.classList.toggle('dark', isDark);
  }

  /** The card opens where a click puts the caret into marked words, and leaves with the next press elsewhere. */
  #listen(signal: AbortSignal): void {
    const listening = { capture: true, signal };
    addEventListener(
      'pointerdown',
      (event) => {
        if (!event.isTrusted || this.isOurs(event)) return;
        this.#card.close();
        this.#badge.quiet(); // what was said there lies over words of the draft
      },
      listening,
    );
    addEventListener(
      'click',
      (event) => {
        const element = this.#view?.drawable.element;
        if (!event.isTrusted || !element || !event.composedPath().includes(element)) return;
        // A frame later: an editor may have drawn its words anew at this very press.
        requestAnimationFrame(() => {
          const finding = this.#findingAt(event.clientX, event.clientY);
          if (finding) this.#card.open(finding, false);
        });
      },
      listening,
    );
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !event.isTrusted || this.isOurs(event) || !this.#card.isOpen()) return;
        event.stopImmediatePropagation(); // the first Escape is for the card, the next for the site's own dialog
        event.preventDefault();
        this.#card.close();
      },
      listening,
    );
  }

  #findingAt(x: number, y: number): Finding | undefined {
    const marks = this.#marks();
    return this.#view?.findings.find((finding) => marks?.boxesOf(finding).some((line) => holds(line, x, y)));
  }
}
