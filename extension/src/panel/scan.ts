/** One scan of one page, from the first item to the last answer, and what it knows of each. */
import type { Item, Unread } from '../items.js';
import type {
  DraftContext,
  ItemAnswer,
  ItemReview,
  Mode,
  NotChecked,
  RuleFacts,
  ScanItem,
  Unavailable,
} from '../model.js';
import { Checking } from './checking.js';
import { contextWith } from './context.js';
import { concerns, type Row } from './rows.js';

export interface ScanSettings {
  readonly mode: Mode;
  readonly site: string;
  readonly employment: DraftContext['employment'];
  readonly profileText: string | null;
  readonly rules: readonly RuleFacts[];
}

export type Phase = 'running' | 'waiting' | 'done' | 'stopped';

/** Something that was not checked, or not by all checks. */
export interface Unchecked {
  readonly item: Item;
  /** In the words of the companion or the browser's checks; empty: nothing is known. */
  readonly notes: readonly NotChecked[];
}

export class Scan {
  readonly items = new Map<string, Item>();
  readonly unread: Unread[] = [];
  private readonly reviews = new Map<string, ItemReview>();
  private readonly errors = new Map<string, string>();
  private readonly basicReasons = new Map<string, Unavailable>();
  private readonly rules: ReadonlyMap<string, RuleFacts>;
  private readonly checking: Checking;
  private readonly began = performance.now();
  private ended: number | null = null;
  private isCollected = false;
  private isStopped = false;
  private told: readonly Row[] | null = null;

  constructor(
    private readonly settings: ScanSettings,
    private readonly changed: () => void,
  ) {
    this.rules = new Map(settings.rules.map((rule) => [rule.id, rule]));
    this.checking = new Checking({
      answered: (answer, basic) => this.answered(answer, basic),
      changed: () => this.happened(),
    });
  }

  add(items: readonly Item[], unread: readonly Unread[]): void {
    if (this.isStopped) return;
    for (const item of items) this.items.set(item.item_id, item);
    this.unread.push(...unread);
    this.isCollected = false;
    this.checking.add(items.map((item) => this.asked(item)));
    this.happened();
  }

  collected(): void {
    this.isCollected = true;
    this.happened();
  }

  stop(): void {
    this.isStopped = this.phase !== 'done';
    this.checking.stop();
    this.happened();
  }

  close(): void {
    this.checking.close();
  }

  goOnHere(): void {
    this.checking.goOnHere();
    this.happened();
  }

  /** Once more with the companion, for what this browser checked by itself or what some checks were missing for. */
  checkAgain(): void {
    this.checking.tryAgain();
    this.isStopped = false;
    const again = [...this.items.values()].filter((item) => this.reviews.get(item.item_id)?.status !== 'complete');
    for (const { item_id } of again) {
      this.reviews.delete(item_id);
      this.errors.delete(item_id);
      this.basicReasons.delete(item_id);
    }
    this.checking.add(again.map((item) => this.asked(item)));
    this.happened();
  }

  get phase(): Phase {
    if (this.isStopped) return 'stopped';
    if (this.checking.isWaiting) return 'waiting';
    return this.isCollected && this.checking.isDone ? 'done' : 'running';
  }

  /** In milliseconds, up to the newest answer once nothing is under way. */
  get elapsed(): number {
    return (this.ended ?? performance.now()) - this.began;
  }

  get done(): number {
    return this.reviews.size + this.errors.size;
  }

  /** Why the browser checked by itself, for at least one item. */
  get basic(): Unavailable | null {
    return [...this.basicReasons.values()].at(-1) ?? null;
  }

  /** Findings of every item in the order of the page. */
  get rows(): readonly Row[] {
    this.told ??= [...this.items.values()].flatMap((item) =>
      (this.reviews.get(item.item_id)?.findings ?? [])
        .filter((finding) => concerns(finding, item, this.rules))
        .map((finding) => ({ item, finding })),
    );
    return this.told;
  }

  get unchecked(): readonly Unchecked[] {
    return [...this.items.values()].flatMap((item) => {
      const review = this.reviews.get(item.item_id);
      if (review) return review.not_checked.length > 0 ? [{ item, notes: review.not_checked }] : [];
      const error = this.errors.get(item.item_id);
      if (error === undefined && this.phase !== 'stopped' && this.phase !== 'done') return [];
      return [{ item, notes: error ? [{ what: 'check', why: error }] : [] }];
    });
  }

  /** Are there words of others, or, on a channel of the City's, of people nobody told apart? */
  get whose(): 'others' | 'unknown' | null {
    const owned = new Set([...this.items.values()].map(({ own }) => own));
    if (owned.has(false)) return 'others';
    return owned.has(null) && this.settings.mode === 'official' ? 'unknown' : null;
  }

  findingsOf(item: Item): Row[] {
    return this.rows.filter((row) => row.item === item);
  }

  private asked(item: Item): ScanItem {
    return { item_id: item.item_id, text: item.text, context: this.contextOf(item) };
  }

  contextOf({ surface, kind, own }: Pick<Item, 'surface' | 'kind' | 'own'>): DraftContext {
    const { mode, site, employment, profileText } = this.settings;
    const media = kind === 'picture' ? (['image'] as const) : [];
    return contextWith({ mode, surface, site, employment, media, profile_text: own === true ? profileText : null });
  }

  private answered(answer: ItemAnswer, basic: Unavailable | null): void {
    const { item_id } = answer;
    if ('error' in answer) this.errors.set(item_id, answer.error);
    else this.reviews.set(item_id, answer);
    if (basic) this.basicReasons.set(item_id, basic);
    this.happened();
  }

  private happened(): void {
    this.told = null;
    this.ended = this.phase === 'done' || this.phase === 'stopped' ? (this.ended ?? performance.now()) : null;
    this.changed();
  }
}
