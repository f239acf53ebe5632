/** One panel's view of this page: it looks, collects, follows and points, until the panel closes. */
import type { Item, PageFacts, Reading, Scope, Unread, Wish, Word } from '../items.js';
import { blocksIn } from './blocks.js';
import { authorsIn, passagesOfFeed } from './feed.js';
import { Memory } from './memory.js';
import { newcomers } from './newcomers.js';
import { type Gap, type Passage, readAll } from './passage.js';
import { picturesIn } from './pictures.js';
import { Pointer } from './pointing.js';
import { isProfile, profileIn } from './profile.js';
import { proseOf } from './prose.js';
import { type Root, rootsOf } from './roots.js';
import { allOf, matching, valueAt } from './selecting.js';
import { selectedPassages } from './selection.js';
import { Slices } from './slices.js';

/** The companion reads so many characters of a text; more would only travel in vain. */
const MOST_CHARACTERS = 20_000;
/** What one scan takes; a page that goes on for ever ends here, and the panel says so. */
const MOST_ITEMS = 3_000;
/** Handed over together: few at first, so that the first answer comes at once. */
const FIRST = 4;
const BATCH = 40;

export class Collector {
  private readonly memory = new Memory();
  private readonly pointer = new Pointer();
  private readonly slices = new Slices();
  private reading: Reading = { site: '', markers: [], feed: NO_FEED, profile: NO_PROFILE, acting_as: [] };
  private run = new AbortController();
  private items: Item[] = [];
  private unread: Unread[] = [];
  private told = 0;
  private isFull = false;
  private isFollowing = false;
  private isAtRest = true;
  private sought: { readonly scope: Scope; readonly me: string | null } = { scope: 'page', me: null };

  constructor(
    private readonly tell: (word: Word) => void,
    private readonly lifetime: AbortSignal,
  ) {
    lifetime.addEventListener('abort', () => {
      this.run.abort();
      this.pointer.clear();
      this.memory.clear();
    });
    const moved = () => this.tell({ kind: 'moved', address: location.href });
    // Single-page sites go on without loading anew; browsers without this event are told by a jump that finds nothing.
    (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', moved, {
      signal: lifetime,
    });
  }

  hear(wish: Wish): void {
    switch (wish.kind) {
      case 'jump':
        this.jump(wish);
        break;
      case 'follow':
        this.isFollowing = wish.on;
        if (this.isAtRest) this.start(() => this.follow());
        break;
      case 'stop':
        this.rest();
        this.isAtRest = true;
        break;
      case 'look':
        this.start(() => this.look(wish.reading, wish.others));
        break;
      case 'profile':
        this.start(() => this.profile());
        break;
      case 'collect':
        this.isFollowing = wish.follow;
        this.start(() => this.collect(wish.scope, wish.me));
    }
  }

  /** One thing at a time: what was under way ends. */
  private start(act: () => Promise<void>): void {
    this.rest();
    const { signal } = this.run;
    act().catch((error: unknown) => {
      if (!signal.aborted && !this.lifetime.aborted) throw error; // otherwise it was stopped on purpose
    });
  }

  private rest(): void {
    this.run.abort();
    this.run = new AbortController();
  }

  private async look(reading: Reading, others: readonly Reading[]): Promise<void> {
    this.reading =
      others.find(({ markers }) => markers.some(({ css }) => matching(document, css).length > 0)) ?? reading;
    const { roots } = await rootsOf(document, this.slices, this.run.signal);
    this.tell({ kind: 'facts', facts: await this.facts(roots) });
  }

  private async facts(roots: readonly Root[]): Promise<PageFacts> {
    const { site, feed, profile, acting_as } = this.reading;
    const named = acting_as.flatMap((place) => allOf(roots, [place]).map((element) => valueAt(element, place)));
    return {
      site,
      title: document.title,
      address: location.href,
      authors: (await authorsIn(feed, roots, this.slices, this.run.signal)).slice(0, 50),
      me: named.find((name) => name !== '') ?? null,
      isProfile: isProfile(profile, roots),
      ownProfileText:
        allOf(roots, profile.own).length > 0 ? proseOf(allOf(roots, profile.text), () => false).text || null : null,
      selected: String(getSelection() ?? '').length,
    };
  }

  private async collect(scope: Scope, me: string | null): Promise<void> {
    this.memory.clear();
    this.pointer.clear();
    this.told = 0;
    this.isFull = false;
    this.sought = { scope, me };
    this.isAtRest = false;
    const { signal } = this.run;
    await this.sweep(scope, me).finally(() => {
      if (signal === this.run.signal) this.isAtRest = true; // otherwise something newer is under way
    });
    this.tell({ kind: 'collected' });
    await this.follow();
  }

  /** Goes on until the person ends it; `isFollowing` may have been switched off or on in the meantime. */
  private async follow(): Promise<void> {
    const { signal } = this.run;
    if (!this.isFollowing) return;
    await newcomers(document, signal, async () => {
      const { scope, me } = this.sought;
      await this.sweep(scope, me);
      this.tell({ kind: 'collected' });
    });
  }

  /** Everything on the page that was not told before. */
  private async sweep(scope: Scope, me: string | null): Promise<void> {
    const { signal } = this.run;
    const { roots, closedFrames } = await rootsOf(document, this.slices, signal);
    let items: ReadonlySet<Element> = new Set();
    const isWanted = (passage: Passage) => scope !== 'mine' || (me !== null && isSameName(passage.item.author, me));
    if (scope === 'selection') {
      for (const passage of selectedPassages(this.reading.feed, roots)) this.take(passage, me, isWanted);
    } else {
      for await (const found of passagesOfFeed(this.reading.feed, roots, this.slices, signal)) {
        items = found.items;
        const isMine = found.passages.some(isWanted);
        for (const passage of found.passages) this.take(passage, me, isWanted);
        if (isMine) for (const gap of found.gaps) this.miss(gap);
        if (this.isFull) break;
      }
      if (scope === 'page') await this.takeTheRest(roots, items, me, signal);
      if (scope === 'page') for (const host of closedFrames) this.miss({ reason: 'frame', element: null, about: host });
    }
    this.handOver();
  }

  private async takeTheRest(
    roots: readonly Root[],
    items: ReadonlySet<Element>,
    me: string | null,
    signal: AbortSignal,
  ) {
    for (const element of allOf(roots, this.reading.profile.text)) {
      this.take({ ...plain([element]), item: { ...NOBODY, surface: 'profile', kind: 'profile' } }, me, () => true);
    }
    const isOther = (element: Element) => items.has(element);
    // A site's own definition says where people write; around it stand menus, trends and offers.
    const isKnown = items.size > 0 && this.reading.feed.item.some(({ certainty }) => certainty !== 'guess');
    // Shadow roots are read where their hosts stand; a frame is a page of its own.
    for (const root of roots.filter((each) => 'body' in each)) {
      const { body } = root as Document;
      if (!body) continue;
      if (!isKnown) {
        for await (const passage of blocksIn(body, isOther, this.slices, signal)) this.take(passage, me, () => true);
      }
      const images = [...root.querySelectorAll('img')].filter((image) => !isInside(image, items));
      const { passages, gaps } = picturesIn(images, NOBODY);
      for (const passage of passages) this.take(passage, me, () => true);
      for (const gap of gaps) this.miss(gap);
    }
  }

  private take(passage: Passage, me: string | null, isWanted: (passage: Passage) => boolean): void {
    if (this.isFull || !isWanted(passage)) return;
    const whole = passage.words ?? readAll(passage).text.trimEnd();
    if (!/[\p{L}\p{N}]/u.test(whole)) return;
    if (this.memory.size >= MOST_ITEMS) {
      this.isFull = true;
      this.unread.push({ reason: 'many', item_id: null, about: String(MOST_ITEMS) });
      return;
    }
    const text = whole.length > MOST_CHARACTERS ? cut(whole) : whole;
    const item_id = this.memory.keep(passage, text);
    if (item_id === null) return;
    if (text.length < whole.length) this.unread.push({ reason: 'long', item_id, about: String(MOST_CHARACTERS) });
    const { author } = passage.item;
    const own = author === null || me === null ? null : isSameName(author, me);
    this.items.push({ item_id, text, ...passage.item, own: passage.clip && own === null ? true : own });
    if (this.items.length >= (this.told < FIRST ? FIRST : BATCH)) this.handOver();
  }

  private miss({ reason, element, about }: Gap): void {
    const key = element ? { ...plain([element]), words: `${reason} ${about} ${this.unreadKey(element)}` } : null;
    const item_id = key ? this.memory.keep(key, `${reason} ${about} ${element ? this.unreadKey(element) : ''}`) : null;
    if (element === null || item_id !== null) this.unread.push({ reason, item_id, about });
  }

  private unreadKey(element: Element): string {
    return element instanceof HTMLImageElement ? element.currentSrc : '';
  }

  private handOver(): void {
    if (this.items.length + this.unread.length === 0) return;
    this.tell({ kind: 'items', items: this.items, unread: this.unread });
    this.told += this.items.length;
    this.items = [];
    this.unread = [];
  }

  private async profile(): Promise<void> {
    const { signal } = this.run;
    const { roots } = await rootsOf(document, this.slices, signal);
    const items = new Set(allOf(roots, this.reading.feed.item));
    const { name, parts, gaps } = await profileIn(this.reading.profile, roots, items, this.slices, signal);
    this.memory.clear();
    const told = parts.flatMap(({ kind, text, passage }) => {
      const item_id = this.memory.keep(passage, text);
      return item_id === null ? [] : [{ kind, text, item_id }];
    });
    for (const gap of gaps) this.miss(gap);
    this.tell({ kind: 'profile', profile: { name, parts: told } });
    this.handOver();
  }

  private jump({ item_id, start, end }: Extract<Wish, { kind: 'jump' }>): void {
    const place = this.memory.find(item_id);
    const [first] = place?.elements ?? [];
    let found = place !== null;
    if (place?.prose) found = this.pointer.point(place.prose, start, end);
    else if (first) this.pointer.pointAtPicture(first);
    this.tell({ kind: 'jumped', item_id, found });
  }
}

const NO_FEED = { item: [], author: [], time: [], permalink: [], text: [] } as const;
const NO_PROFILE = { own: [], name: [], text: [] } as const;
const NOBODY = { author: null, time: null, permalink: null } as const;

function plain(elements: readonly Element[]): Passage {
  const item = { ...NOBODY, surface: 'post', kind: 'text' } as const;
  return { elements, isLeftOut: () => false, item, words: null, clip: null };
}

function isInside(element: Element, items: ReadonlySet<Element>): boolean {
  for (let each: Element | null = element; each; each = each.parentElement) if (items.has(each)) return true;
  return false;
}

/** "@Jordan", "jordan" and "Jordan · 2h" written by one person; names are compared, never guessed. */
function isSameName(author: string | null, me: string): boolean {
  const plainName = (name: string) =>
    name.normalize('NFKC').toLowerCase().replace(/^@/, '').replace(/\s+/g, ' ').trim();
  return author !== null && plainName(author) === plainName(me);
}

/** Never inside a surrogate pair. */
function cut(text: string): string {
  const end = /[\uD800-\uDBFF]/.test(text[MOST_CHARACTERS - 1] ?? '') ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
  return text.slice(0, end);
}
