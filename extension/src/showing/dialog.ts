/**
 * The second look before a post goes out: a modal dialog, one press more and never a block. `Post anyway` is always
 * there; Escape means Edit.
 */
import type { Finding, Fix } from '../model.js';
import { words } from '../words.js';
import { countWords } from './badge.js';
import { copyWords } from './copying.js';
import { make, makeButton, redraw } from './element.js';
import { basicPart, citizenPart, copyOffer, fixButtons, quoted, type Refused, severityChip } from './finding_parts.js';
import type { Actions, SecondLookAnswer, View } from './showing.js';
import type { Stage } from './stage.js';

const asksForALook = ({ severity }: Finding) => severity === 'warning' || severity === 'serious';

export class SecondLook {
  readonly #stage: Stage;
  readonly #actions: Actions;
  readonly #dialog = make('dialog', 'look');
  readonly #veil = make('div', 'veil');
  readonly #list = make('ul', 'look-list');
  readonly #live = make('p', 'look-news');
  readonly #limits = make('div', 'look-limits');
  readonly #edit: HTMLButtonElement;
  readonly #post: HTMLButtonElement;
  #view: View | null = null;
  #answer: ((answer: SecondLookAnswer) => void) | null = null;
  #busy = false;
  readonly #refused = new Map<string, Refused>();

  constructor(stage: Stage, actions: Actions) {
    this.#stage = stage;
    this.#actions = actions;
    this.#edit = makeButton('answer', 'edit', words('look_edit'), () => this.#close('edit'));
    this.#post = makeButton('answer', 'post', words('look_post_anyway'), () => this.#close('post'));
    const heading = make('h2', '', words('look_title'));
    heading.id = 'look-title';
    const promise = make('p', 'soft', words('look_promise'));
    promise.id = 'look-promise';
    this.#live.setAttribute('role', 'status');
    this.#dialog.setAttribute('aria-labelledby', heading.id);
    this.#dialog.setAttribute('aria-describedby', promise.id);
    const foot = make('div', 'look-foot', promise, make('div', 'look-answers', this.#edit, this.#post));
    this.#dialog.append(make('div', 'look-head', heading, this.#live), this.#list, this.#limits, foot);
    this.#dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      if (event.isTrusted) this.#close('edit');
    });
    this.#veil.hidden = true;
    stage.frame.append(this.#veil, this.#dialog);
  }

  isOpen(): boolean {
    return this.#answer !== null;
  }

  /** Is it this composer's post that is being asked about? */
  isAbout(element: HTMLElement): boolean {
    return this.isOpen() && this.#view?.drawable.element === element;
  }

  ask(view: View): Promise<SecondLookAnswer> {
    this.#close('edit'); // an older question is void once the person pressed Post again
    this.#view = view;
    this.#refused.clear();
    this.#live.textContent = countWords(view.findings.length);
    this.#draw();
    this.#veil.hidden = false;
    this.#dialog.showModal();
    this.#edit.focus({ preventScroll: true });
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  /** While a fix is being written nothing moves: a press on its way to a button must find it where it was. */
  update(view: View): void {
    this.#view = view;
    if (!this.#busy) this.#draw();
  }

  /** The page took our host out. Back in, the question stands again; else the person's own press on Post counts. */
  returned(isBack: boolean): void {
    if (!this.isOpen()) return;
    if (isBack) this.#beModal();
    else this.#close('post');
  }

  end(): void {
    this.#close('edit');
  }

  #close(answer: SecondLookAnswer): void {
    if (!this.#answer) return;
    const resolve = this.#answer;
    this.#answer = null;
    this.#view = null;
    this.#veil.hidden = true;
    this.#dialog.close();
    this.#actions.refocus();
    resolve(answer);
  }

  #draw(): void {
    const view = this.#view;
    if (!view) return;
    const items = view.findings.map((finding) => this.#item(finding, view));
    redraw(this.#list, items, () => this.#list.querySelector<HTMLElement>('.fix') ?? this.#post);
    this.#list.hidden = items.length === 0;
    const limits = basicPart(view.badge);
    this.#limits.replaceChildren(...(limits ? [limits] : []));
    const isSettled = !view.findings.some(asksForALook);
    this.#post.textContent = words(isSettled ? 'look_post' : 'look_post_anyway');
    this.#post.classList.toggle('primary', isSettled);
    this.#edit.classList.toggle('primary', !isSettled);
  }

  #item(finding: Finding, view: View): HTMLElement {
    const { text } = view.drawable;
    const item = make(
      'li',
      'look-item',
      make('div', 'head', severityChip(finding.severity), make('h3', '', finding.title)),
    );
    const citizen = citizenPart(finding);
    item.append(quoted(text, finding), make('p', 'message', finding.message), ...(citizen ? [citizen] : []));
    item.append(fixButtons({ text, finding, busy: this.#busy, press: (fix) => void this.#fix(finding, fix) }));
    const refused = this.#refused.get(finding.id);
    if (refused) item.append(copyOffer(refused, `copy ${finding.id}`, () => void this.#copy(finding, refused.fix)));
    return item;
  }

  /** A modal dialog keeps focus from the editor, which needs it to take the change: so not modal for that moment. */
  async #fix(finding: Finding, fix: Fix): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#draw();
    this.#dialog.close();
    this.#dialog.show();
    const done = await this.#actions.fix(finding, fix).catch(() => false);
    this.#busy = false;
    if (!this.isOpen()) return;
    if (done) this.#refused.delete(finding.id);
    else this.#refused.set(finding.id, { fix, copied: null });
    this.#draw();
    this.#beModal();
    this.#focusOn(finding, done);
    const left = this.#view?.findings.filter(({ id }) => id !== finding.id).length ?? 0;
    this.#live.textContent = done
      ? words('look_fixed', left === 0 ? words('findings_none') : countWords(left))
      : words('fix_failed');
  }

  async #copy(finding: Finding, fix: Fix): Promise<void> {
    const copied = await copyWords(fix.replacement, this.#stage);
    this.#refused.set(finding.id, { fix, copied });
    this.#draw();
  }

  #beModal(): void {
    this.#dialog.close();
    this.#dialog.showModal();
  }

  #focusOn(fixed: Finding, done: boolean): void {
    const fixes = [...this.#list.querySelectorAll<HTMLElement>('.fix')];
    const copy = done ? null : this.#list.querySelector<HTMLElement>('.offer button');
    const next = fixes.find((button) => !button.dataset.at?.startsWith(`fix ${fixed.id} `));
    (copy ?? next ?? this.#post).focus({ preventScroll: copy === null && next === undefined });
  }
}
