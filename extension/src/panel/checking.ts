/**
 * Items that wait, are under way and are answered. The panel is what remembers: when the companion is restarted or the
 * service worker is put to sleep, what has no answer yet is asked again, and what has one stays.
 */
import { SCANNING, type ScanAsk, type ScanWord } from '../messages.js';
import type { ItemAnswer, ScanItem, Unavailable } from '../model.js';
import { batchSize } from './queue.js';

/** Two requests at once: the next is there when the companion has done with the first. */
const AT_ONCE = 2;
/** The first item goes alone: whoever waits for an answer has it before the others are begun. */
const ALONE = 1;
/** How long to wait between looking for a companion that stopped answering; after the last, the browser checks. */
const PATIENCE_MS = [500, 1_000, 2_000, 3_000, 5_000, 5_000, 5_000, 5_000, 5_000] as const;

export interface CheckingHears {
  readonly answered: (answer: ItemAnswer, basic: Unavailable | null) => void;
  /** Something else changed: waiting for the companion, going on, all done. */
  readonly changed: () => void;
}

export class Checking {
  private readonly waiting: ScanItem[] = [];
  private readonly underWay = new Map<number, ScanItem[]>();
  private port: chrome.runtime.Port | null = null;
  private batches = 0;
  private tries = 0;
  private hasAnswered = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Why this browser checks by itself; null while the companion does. */
  basic: Unavailable | null = null;
  /** The companion stopped answering in the middle, and is waited for. */
  isWaiting = false;

  constructor(private readonly hears: CheckingHears) {}

  get isDone(): boolean {
    return this.waiting.length === 0 && this.underWay.size === 0;
  }

  add(items: readonly ScanItem[]): void {
    this.waiting.push(...items);
    this.send();
  }

  /** What was not answered stays unanswered. */
  stop(): void {
    this.waiting.length = 0;
    this.underWay.clear();
    this.rest();
    if (this.port) this.say({ kind: 'stop' });
  }

  close(): void {
    this.stop();
    this.port?.disconnect();
    this.port = null;
  }

  /** The person would rather not wait for the companion. */
  goOnHere(): void {
    this.basic ??= 'companion-off';
    this.rest();
    this.send();
  }

  /** Ask the companion again from now on. */
  tryAgain(): void {
    this.basic = null;
    this.tries = 0;
    this.rest();
  }

  private rest(): void {
    clearTimeout(this.timer);
    this.isWaiting = false;
  }

  private send(): void {
    const isFirst = !this.hasAnswered && this.basic === null;
    const atOnce = isFirst ? ALONE : AT_ONCE;
    while (!this.isWaiting && this.waiting.length > 0 && this.underWay.size < atOnce) {
      const items = this.waiting.splice(0, isFirst ? ALONE : batchSize(this.waiting));
      this.batches += 1;
      this.underWay.set(this.batches, items);
      this.say({ kind: 'batch', batch: this.batches, items, basic: this.basic !== null });
    }
  }

  private say(ask: ScanAsk): void {
    this.port ??= this.connected();
    this.port.postMessage(ask);
  }

  private connected(): chrome.runtime.Port {
    const port = chrome.runtime.connect({ name: SCANNING });
    port.onMessage.addListener((word: ScanWord) => {
      if (word.kind === 'answer') this.heard(word);
      else this.batchDone(word);
    });
    // The worker was put to sleep, or updated: the next words wake it, and what it had in hand is asked again.
    port.onDisconnect.addListener(() => {
      if (this.port !== port) return;
      this.port = null;
      this.askAgain([...this.underWay.values()].flat());
      this.underWay.clear();
      this.send();
    });
    return port;
  }

  private heard({ answer, basic }: Extract<ScanWord, { kind: 'answer' }>): void {
    for (const [batch, items] of this.underWay) {
      const left = items.filter(({ item_id }) => item_id !== answer.item_id);
      if (left.length === items.length) continue;
      this.underWay.set(batch, left);
      if (!basic) {
        this.hasAnswered = true;
        this.tries = 0;
      }
      this.hears.answered(answer, basic ? (this.basic ?? 'companion-off') : null);
      return;
    }
  }

  private batchDone({ batch, reason }: Extract<ScanWord, { kind: 'batch-done' }>): void {
    const left = this.underWay.get(batch);
    if (!left) return; // stopped in the meantime
    this.underWay.delete(batch);
    if (reason === null || left.length === 0) {
      this.unanswered(left);
    } else {
      this.askAgain(left);
      this.decide(reason);
    }
    this.send();
    this.hears.changed();
  }

  /** A batch that ended well without a word on an item: said, never passed over. */
  private unanswered(items: readonly ScanItem[]): void {
    for (const { item_id } of items) this.hears.answered({ kind: 'item', item_id, error: '' }, null);
  }

  private askAgain(items: readonly ScanItem[]): void {
    this.waiting.unshift(...items);
  }

  private decide(reason: Unavailable): void {
    if (this.isWaiting || this.basic !== null) return;
    const pause = PATIENCE_MS[this.tries];
    const mayComeBack = reason === 'companion-off' || reason === 'too-slow' || reason === 'companion-error';
    if (!this.hasAnswered || !mayComeBack || pause === undefined) {
      this.basic = reason;
      return;
    }
    this.tries += 1;
    this.isWaiting = true;
    this.timer = setTimeout(() => {
      this.isWaiting = false;
      this.send();
      this.hears.changed();
    }, pause);
  }
}
