/**
 * The card beside the words. Opened by a press it leaves focus in the editor; opened by a key it takes focus, keeps
 * Tab inside, and gives focus back when it closes.
 */
import { ask } from '../messages.js';
import type { Finding, Fix } from '../model.js';
import { words } from '../words.js';
import { type CardActs, findingFace, ignoredFace, ignoredWords, stateFace } from './card_faces.js';
import { copyWords } from './copying.js';
import { focusableIn, make, redraw } from './element.js';
import type { Refused } from './finding_parts.js';
import { type Box, placeCard } from './place.js';
import { windowBox } from './seen.js';
import type { Actions, IgnoredScope, View } from './showing.js';
import type { Stage } from './stage.js';

/** What the card needs of the drawing it belongs to. */
export interface Scene {
  readonly stage: Stage;
  readonly actions: Actions;
  view(): View | null;
  /** Where a card about this finding (null: about the badge) has to point. */
  anchorOf(finding: Finding | null): Box;
  isRightToLeft(): boolean;
  announce(said: string): void;
  /** The card opened, closed or turned to another finding. */
  turned(): void;
}

type Face =
  /** `kept`: brought back by Undo, and shown until the next view has it again. */
  | { readonly kind: 'finding'; readonly finding: Finding; readonly kept: boolean }
  | { readonly kind: 'ignored'; readonly finding: Finding; readonly scope: IgnoredScope }
  | { readonly kind: 'state' };

export class Card {
  readonly #scene: Scene;
  readonly #element = make('div', 'card');
  #face: Face | null = null;
  #byKeyboard = false;
  #busy = false;
  #refused: Refused | null = null;
  #news = '';

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#element.tabIndex = -1;
    this.#element.hidden = true;
    this.#element.setAttribute('role', 'dialog');
    this.#element.setAttribute('aria-labelledby', 'card-title');
    this.#element.setAttribute('aria-describedby', 'card-message');
    scene.stage.frame.append(this.#element);
  }

  isOpen(): boolean {
    return this.#face !== null;
  }

  /** The finding shown, by its id. */
  currentId(): string | null {
    return this.#face?.kind === 'finding' ? this.#face.finding.id : null;
  }

  /** Without a finding it explains the badge. */
  open(finding: Finding | null, byKeyboard: boolean): void {
    this.#byKeyboard = byKeyboard;
    this.#turnTo(finding ? { kind: 'finding', finding, kept: false } : { kind: 'state' });
    if (byKeyboard) this.#firstControl().focus({ preventScroll: true });
  }

  /** The view has changed under the card. */
  update(): void {
    if (this.#face?.kind === 'finding') {
      const { finding, kept } = this.#face;
      const fresh = this.#freshOf(finding);
      if (fresh) this.#face = { kind: 'finding', finding: fresh, kept: false };
      else if (!kept && !this.#busy) this.close();
    }
    this.#draw();
  }

  place(): void {
    if (!this.#face) return;
    const { stage } = this.#scene;
    const anchor = this.#scene.anchorOf(this.#face.kind === 'state' ? null : this.#face.finding);
    const { offsetWidth, offsetHeight, clientHeight, scrollHeight } = this.#element;
    const size = { width: offsetWidth, height: scrollHeight + offsetHeight - clientHeight }; // as tall as it wants to be
    const { left, top, maxHeight } = placeCard(anchor, size, windowBox(), this.#scene.isRightToLeft());
    const origin = stage.origin();
    this.#element.style.maxHeight = `${maxHeight}px`;
    this.#element.style.transform = `translate(${Math.round(left - origin.left)}px, ${Math.round(top - origin.top)}px)`;
  }

  close(): void {
    if (!this.#face) return;
    const giveBack = this.#byKeyboard || this.#element.contains(this.#scene.stage.focused());
    this.#face = null;
    this.#element.hidden = true;
    this.#element.replaceChildren();
    this.#scene.turned();
    if (giveBack) this.#scene.actions.refocus();
  }

  /** A key pressed inside it. */
  key(event: KeyboardEvent): void {
    const forward = this.#scene.stage.frame.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const isArrow = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (event.key === 'Tab') this.#keepTabInside(event);
    else if (event.key === 'Escape') this.close();
    else if (isArrow) this.#step(event.key === forward ? 1 : -1);
    if (event.key === 'Escape' || isArrow) event.preventDefault();
  }

  readonly #acts: CardActs = {
    fix: (chosen) => void this.#fix(chosen),
    copy: (chosen) => void this.#copy(chosen),
    ignore: (scope) => this.#ignore(scope),
    undo: () => this.#undo(),
    bringBack: () => this.#bringBack(),
    step: (by) => this.#step(by),
    close: () => this.close(),
    options: () => void ask({ kind: 'open-options' }),
  };

  #findings(): readonly Finding[] {
    return this.#scene.view()?.findings ?? [];
  }

  /** Of equal words the first has the same id in every answer: after a fix of it, that is another one's. */
  #freshOf({ id, rule, start }: Finding): Finding | undefined {
    const all = this.#findings();
    return all.find((each) => each.rule === rule && each.start === start) ?? all.find((each) => each.id === id);
  }

  #turnTo(face: Face, news = ''): void {
    this.#face = face;
    this.#refused = null;
    this.#news = news;
    this.#element.hidden = false;
    this.#draw();
    this.#element.scrollTop = 0;
    this.#scene.turned();
  }

  #draw(): void {
    const view = this.#scene.view();
    if (!this.#face || !view) return;
    redraw(this.#element, this.#nodes(this.#face, view), () => this.#firstControl());
    this.place();
  }

  #nodes(face: Face, view: View): Node[] {
    switch (face.kind) {
      case 'state':
        return stateFace(view, this.#acts);
      case 'ignored':
        return ignoredFace(face.finding, face.scope, view.findings.length, this.#acts);
      case 'finding': {
        const { finding } = face;
        return findingFace({ finding, view, busy: this.#busy, refused: this.#refused, news: this.#news }, this.#acts);
      }
    }
  }

  #firstControl(): HTMLElement {
    return this.#element.querySelector<HTMLElement>('.fix, .row button') ?? this.#element;
  }

  async #fix(chosen: Fix): Promise<void> {
    if (this.#face?.kind !== 'finding' || this.#busy) return;
    const { finding } = this.#face;
    const at = this.#findings().findIndex(({ id }) => id === finding.id);
    this.#busy = true;
    this.#draw();
    const done = await this.#scene.actions.fix(finding, chosen).catch(() => false);
    this.#busy = false;
    if (this.currentId() !== finding.id) return this.update(); // closed, or turned on, meanwhile
    this.#scene.announce(words(done ? 'fixed' : 'fix_failed'));
    if (done) return this.#goOn(finding, at);
    this.#refused = { fix: chosen, copied: null };
    this.#draw();
  }

  /** The next finding takes the fixed one's place; after the last, the card is done. */
  #goOn(fixed: Finding, at: number): void {
    const left = this.#findings().filter(({ id, start }) => id !== fixed.id || start !== fixed.start);
    const next = left[Math.min(Math.max(at, 0), left.length - 1)];
    if (next) this.#turnTo({ kind: 'finding', finding: next, kept: false }, words('fixed'));
    else this.close();
    if (next && this.#byKeyboard) this.#firstControl().focus({ preventScroll: true }); // writing took it to the editor
  }

  async #copy(chosen: Fix): Promise<void> {
    const copied = await copyWords(chosen.replacement, this.#scene.stage);
    this.#refused = { fix: chosen, copied };
    this.#scene.announce(words(copied ? 'fix_copied' : 'fix_copy_failed'));
    this.#draw();
  }

  #ignore(scope: IgnoredScope): void {
    if (this.#face?.kind !== 'finding') return;
    const { finding } = this.#face;
    this.#turnTo({ kind: 'ignored', finding, scope });
    this.#scene.actions.ignore(finding, scope);
    this.#scene.announce(ignoredWords(scope));
  }

  #undo(): void {
    if (this.#face?.kind !== 'ignored') return;
    const { finding } = this.#face;
    this.#turnTo({ kind: 'finding', finding, kept: true });
    this.#scene.actions.undoIgnore(finding);
  }

  #bringBack(): void {
    this.#scene.actions.bringBack();
    const [first] = this.#findings();
    if (first) this.#turnTo({ kind: 'finding', finding: first, kept: false });
  }

  #step(by: 1 | -1): void {
    const all = this.#findings();
    const at = all.findIndex(({ id }) => id === this.currentId());
    const next = at < 0 ? all[0] : all.at((at + by) % all.length);
    if (next) this.#turnTo({ kind: 'finding', finding: next, kept: false });
  }

  #keepTabInside(event: KeyboardEvent): void {
    const controls = focusableIn(this.#element);
    const from = controls.indexOf(this.#scene.stage.focused() ?? this.#element);
    const isLeaving = event.shiftKey ? from <= 0 : from === controls.length - 1;
    if (!isLeaving) return;
    event.preventDefault();
    controls.at(event.shiftKey ? -1 : 0)?.focus();
  }
}
