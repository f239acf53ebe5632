/**
 * The second look before a post goes out. Each press is decided synchronously from what is known of the newest text:
 * let it go, or hold it, ask, and do it again. Whatever fails here, the press goes through.
 */
import { words } from '../words.js';
import { type Attempt, keyIn, pressIn, standing, submitOf } from './control.js';
import type { Desk } from './desk.js';
import { windowsAround } from './lookup.js';
import { isTaken, pressDown, replay } from './replay.js';

/** How long a press may be held for an answer that is under way (product.md: never a delay). */
const HOLD_MS = 400;

const KEYS = ['keydown', 'keypress', 'keyup'];
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];

/** Called at document start, before the page's own scripts, so that ours is the first listener on the window. */
export function watchSubmits(desk: () => Desk | null, lifetime: AbortSignal): void {
  const gate = new Gate(desk, lifetime);
  const look = (event: Event) => {
    if (!event.isTrusted) return; // a script's press is not a person's; ours, when replayed, is one too
    try {
      gate.look(event);
    } catch (error) {
      console.warn('Foreword let a press through:', error instanceof Error ? error.name : 'unknown');
    }
  };
  // What is written in a frame is often posted by a button of the page around it.
  for (const each of windowsAround()) {
    for (const type of [...PRESSES, ...KEYS, 'submit']) {
      each.addEventListener(type, look, { capture: true, signal: lifetime });
    }
  }
}

class Gate {
  /** The attempt a question is open about, or an answer awaited for. */
  private pending: Attempt | null = null;
  /** While we do a press again ourselves: the submission it causes is a trusted event. */
  private isReplaying = false;
  /** The beginning of this press (pointerdown …) was kept from the page. */
  private isPressHeld = false;
  /** This key's keydown was kept from the page: so is the rest of it. */
  private heldKey: string | null = null;

  constructor(
    private readonly desk: () => Desk | null,
    private readonly lifetime: AbortSignal,
  ) {}

  look(event: Event): void {
    const desk = this.desk();
    if (!desk || this.isReplaying || desk.showing.isOurs(event)) return;
    if (KEYS.includes(event.type)) this.lookAtKey(event as KeyboardEvent, desk);
    else if (event.type === 'submit') this.lookAtSubmit(event as SubmitEvent, desk);
    else if ((event as MouseEvent).button === 0) this.lookAtPress(event as MouseEvent, desk);
  }

  /** The press is decided at its click, but a site may act on its beginning: so that is held back as well. */
  private lookAtPress(event: MouseEvent, desk: Desk): void {
    if (event.type === 'pointerdown') this.isPressHeld = false;
    const attempt = pressIn(event, desk);
    if (!attempt) return;
    const isHeld = this.isHeld(attempt);
    if (event.type !== 'click') {
      if (!isHeld && !this.isPressHeld) return;
      this.isPressHeld = true;
      void attempt.writing.checkNow(); // the answer may be there by the click
      stop(event);
      return;
    }
    if (isHeld) {
      stop(event);
      this.hold(attempt);
    } else if (this.isPressHeld && attempt.kind === 'press') {
      this.replaying(() => pressDown(attempt.control)); // answered meanwhile: the page gets the whole press, in order
    }
    if (!isHeld) attempt.writing.goLiveEnds();
    this.isPressHeld = false;
  }

  private lookAtKey(event: KeyboardEvent, desk: Desk): void {
    if (event.type === 'keydown') this.lookAtKeyDown(event, desk);
    else if (this.heldKey === event.key) {
      stop(event);
      if (event.type === 'keyup') this.heldKey = null;
    }
  }

  private lookAtKeyDown(event: KeyboardEvent, desk: Desk): void {
    const isOnControl = event.key === 'Enter' || event.key === ' ';
    const attempt = keyIn(event, desk) ?? (isOnControl ? pressIn(event, desk) : null);
    if (!attempt || !this.isHeld(attempt)) return;
    stop(event);
    this.heldKey = event.key;
    if (!event.repeat) this.hold(attempt);
  }

  private lookAtSubmit(event: SubmitEvent, desk: Desk): void {
    const attempt = submitOf(event, desk);
    if (!attempt || !this.isHeld(attempt)) return;
    stop(event);
    this.hold(attempt);
  }

  private isHeld({ writing }: Attempt): boolean {
    writing.refresh();
    writing.lookAround();
    if (writing.verdict !== 'go') return true;
    // The page has its turn after us; most have emptied the composer by the next frame, some without any event.
    requestAnimationFrame(() => writing.refresh());
    return false;
  }

  private hold(attempt: Attempt): void {
    if (this.pending?.writing === attempt.writing) return;
    this.pending = attempt;
    void this.ask(attempt)
      .catch((error: unknown) => {
        console.warn('Foreword let a post through:', error instanceof Error ? error.name : 'unknown');
        attempt.writing.pass();
        return true;
      })
      .then(async (mayGo) => {
        this.pending = null;
        if (mayGo) await this.release(attempt);
      });
  }

  /** Resolves to true when the post may go out. */
  private async ask({ writing }: Attempt): Promise<boolean> {
    const desk = this.desk();
    if (writing.verdict === 'wait') await Promise.race([writing.checkNow(), after(HOLD_MS)]);
    if (writing.verdict === 'wait') writing.letGoUnchecked();
    if (writing.verdict === 'go' || !desk) return true;
    desk.bringForward(writing);
    writing.finishTyping();
    const answer = await desk.showing.secondLook(writing.view);
    if (answer === 'edit') {
      writing.goLiveEnds();
      return false;
    }
    writing.refresh();
    writing.pass();
    return true;
  }

  private async release(attempt: Attempt): Promise<void> {
    const { writing } = attempt;
    const { text } = writing;
    const taken = isTaken(attempt, text, this.lifetime); // from before: many a page answers within the press itself
    this.replaying(() => replay(standing(attempt)));
    writing.refresh();
    if (await taken) return writing.goLiveEnds();
    writing.pass();
    this.desk()?.showing.say(words('press_again'));
  }

  private replaying(act: () => void): void {
    this.isReplaying = true;
    try {
      act();
    } finally {
      this.isReplaying = false;
    }
  }
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
