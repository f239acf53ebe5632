/** The composers of one document that we look after: adopted on focus, never looked for. */
import type { Actions, Showing } from '../showing/showing.js';
import type { Site } from '../site.js';
import { type Composer, composerAt } from './composer.js';
import { siteHere } from './recognise.js';
import type { Surroundings } from './surroundings.js';
import { Writing } from './writing.js';

export class Desk {
  private readonly writings = new Map<HTMLElement, Writing>();
  private current: Writing | null = null;

  constructor(
    private readonly around: Surroundings,
    private readonly lifetime: AbortSignal,
  ) {
    const adopt = (event: Event) => this.focusOn(event.composedPath());
    // Focus that moves within one shadow root is not heard outside of it; the first input is.
    for (const type of ['focusin', 'input']) window.addEventListener(type, adopt, { capture: true, signal: lifetime });
    void this.learnNames();
    this.focusOn(focusedPath()); // switched on while the caret was already in a composer
  }

  get site(): Site {
    return this.around.site;
  }

  get showing(): Showing {
    return this.around.showing;
  }

  /** The one written in last. */
  get writing(): Writing | null {
    return this.current;
  }

  get all(): readonly Writing[] {
    return [...this.writings.values()].filter(({ isAlive }) => isAlive);
  }

  /** Focus on anything but a composer changes nothing: the findings stay while the writer looks at a button. */
  private focusOn(path: readonly EventTarget[]): void {
    const present = this.current?.composer.element;
    if (present && present !== document.body && path.includes(present)) return;
    this.around.site = siteHere(this.around.site, this.around.byPage);
    const composer = composerAt(path, this.site);
    if (composer && composer.element !== present) this.bringForward(this.adopt(composer));
  }

  bringForward(writing: Writing): void {
    if (writing !== this.current) this.current?.stepBack();
    this.current = writing;
    writing.comeForward();
  }

  adopt(composer: Composer): Writing {
    const known = this.writings.get(composer.element);
    if (known) return known;
    const end = new AbortController();
    const life = AbortSignal.any([this.lifetime, end.signal]);
    const writing = new Writing(composer, this.around, life);
    this.writings.set(composer.element, writing);
    // An element that leaves the document loses its size: the one event there is for being removed.
    const removal = new ResizeObserver(() => {
      if (!composer.element.isConnected) end.abort();
    });
    removal.observe(composer.element);
    life.addEventListener('abort', () => {
      removal.disconnect();
      this.leave(composer.element);
    });
    return writing;
  }

  private leave(element: HTMLElement): void {
    const writing = this.writings.get(element);
    this.writings.delete(element);
    if (this.current !== writing) return;
    this.current = null;
    this.showing.hide();
  }

  /** What clauses and contacts are called; until it is known, cards say everything else. */
  private async learnNames(): Promise<void> {
    this.around.policy = (await this.around.ask({ kind: 'policy' })) ?? this.around.policy;
  }

  /** The companion came or went, or the person writes in another capacity now. */
  recheck(): void {
    void this.learnNames();
    for (const writing of this.all) writing.recheck();
  }
}

function focusedPath(): readonly EventTarget[] {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element ? [element] : [];
}

/** What the drawing side may do: always to the composer written in last, which is the one that is shown. */
export function actionsOn(desk: () => Desk | null): Actions {
  const writing = () => desk()?.writing ?? null;
  return {
    fix: async (finding, fix) => (await writing()?.fix(finding, fix)) ?? false,
    ignore: (finding, scope) => writing()?.ignore(finding, scope),
    undoIgnore: (finding) => writing()?.undoIgnore(finding),
    bringBack: () => writing()?.bringBack(),
    refocus: () => writing()?.refocus(),
  };
}
