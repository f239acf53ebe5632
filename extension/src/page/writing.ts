/** One composer being written in: its draft, the checks asked for it, and what is shown of the answers. */
import { withoutHeld } from '../findings/hold.js';
import { inOrder } from '../findings/order.js';
import { shiftFindings } from '../findings/shift.js';
import { badgeOf, countOf, type Standing, type Verdict, verdictOf } from '../findings/standing.js';
import type { Here } from '../messages.js';
import type { CheckReply, Finding, Fix, NotChecked, Unavailable } from '../model.js';
import type { IgnoredScope, View } from '../showing/showing.js';
import { unavailableWords } from '../words.js';
import type { Composer } from './composer.js';
import { aStepOfItsOwn } from './history.js';
import { Ignoring } from './ignoring.js';
import { type Reading, readingOf } from './reading.js';
import { CaretKeeper } from './selecting.js';
import { Situation } from './situation.js';
import type { Surroundings } from './surroundings.js';
import { watchEdits } from './watch.js';
import { write } from './write.js';

/** UTF-16 units: a longer text is read when the writer pauses, not at every frame of typing. */
const READ_EACH_FRAME = 20_000;

export class Writing {
  private draftId = crypto.randomUUID();
  private revision = 0;
  /** When the text last changed, in milliseconds of `performance.now`. */
  private editedAt = Number.NEGATIVE_INFINITY;
  private reading: Reading;
  /** Everything found, dismissed or not, at its place in the newest text; worst first. */
  private found: readonly Finding[] = [];
  private gaps: readonly NotChecked[] = [];
  /** Why the last check was one of basic rules only; null after one by the companion. */
  private basic: Unavailable | null = null;
  /** Why the last check failed; null after one that did not. */
  private failure: Unavailable | null = null;
  private answered = -1;
  private asked: { readonly revision: number; readonly done: Promise<void> } | null = null;
  private readonly ignoring: Ignoring;
  /** The writer chose "Post anyway" for exactly this text; it is not asked about again, in the next draft neither. */
  private passed: string | null = null;
  /** This text was let go without an answer: the badge goes on saying so until something else is written. */
  private sentUnchecked: string | null = null;
  /** Somebody is typing: what waits for the end of a sentence is not shown yet. */
  private isTyping = false;
  private isComposing = false;
  /** Only the composer written in last is shown. */
  private isShown = false;
  /** What the toolbar shows of this draft, since it came forward. */
  private counted: number | null | undefined;
  private readonly caret: CaretKeeper;
  private readonly situation: Situation;

  constructor(
    composer: Composer,
    private readonly around: Surroundings,
    private readonly lifetime: AbortSignal,
  ) {
    this.reading = readingOf(composer);
    this.ignoring = new Ignoring(around.ask);
    this.caret = new CaretKeeper(composer.element, lifetime);
    this.situation = new Situation(composer, around, () => void this.checkNow(), lifetime);
    const edits = {
      changed: () => {
        this.isTyping = true;
        if (this.text.length <= READ_EACH_FRAME) this.refresh();
      },
      composing: (now: boolean) => {
        this.isComposing = now;
      },
      paused: () => void this.checkNow(),
      rested: () => this.finishTyping(),
    };
    watchEdits(composer.element, edits, lifetime);
  }

  get composer(): Composer {
    return this.situation.composer;
  }

  get text(): string {
    return this.reading.text;
  }

  get isEmpty(): boolean {
    return /^[\s\u200b\ufeff]*$/.test(this.text);
  }

  /** A broadcast needs no words to be one. */
  get isNothing(): boolean {
    return this.isEmpty && !this.situation.isLive;
  }

  get isAlive(): boolean {
    return !this.lifetime.aborted && this.composer.element.isConnected;
  }

  /** Read again: every offset is one of the newest text from here on. */
  refresh(): void {
    const before = this.text;
    this.reading = readingOf(this.composer);
    if (this.text !== before) {
      this.revision += 1;
      this.editedAt = performance.now();
      this.found = this.reading.problem ? [] : shiftFindings(this.found, before, this.text);
      if (this.isEmpty) this.startAfresh();
      else if (this.text !== this.sentUnchecked) this.sentUnchecked = null;
    }
    this.draw(); // other nodes, perhaps, under the same words
  }

  /** The post went out, or the field was cleared: what was dismissed in that draft is not dismissed in the next. */
  private startAfresh(): void {
    this.draftId = crypto.randomUUID();
    this.found = [];
    this.gaps = [];
    if (this.passed === '') this.passed = null; // a broadcast without words; the next one is another
    this.ignoring.draftEnds();
    this.situation.startAfresh();
  }

  /** Resolves when the newest text has its answer, or its failure. */
  checkNow(): Promise<void> {
    this.refresh();
    this.lookAround();
    if (this.isNothing || this.answered === this.revision || this.reading.problem) return Promise.resolve();
    if (this.asked?.revision !== this.revision) this.asked = { revision: this.revision, done: this.askForReview() };
    return this.asked.done;
  }

  /** A picture more, another name to write under: what was found without it is no answer any more. */
  lookAround(): void {
    if (!this.situation.look(this.text)) return;
    this.revision += 1;
    this.draw();
  }

  /** For the popup. */
  get here(): Here {
    return this.situation.here(this.text);
  }

  /** Pressed was what starts a broadcast. */
  goLive(): void {
    this.situation.goLive();
  }

  /** It began, or was not wanted after all: the next is asked about again, and what is written now is a post. */
  goLiveEnds(): void {
    if (!this.situation.hasGoneLive) return;
    this.situation.goLiveEnds();
    if (this.isEmpty) this.startAfresh();
    void this.checkNow();
  }

  /** Check again what is written: the companion came back, the mode changed, or what is ignored. */
  recheck(): void {
    this.ignoring.forgetSite();
    this.revision += 1;
    void this.checkNow();
  }

  private async askForReview(): Promise<void> {
    const { draftId: draft_id, revision, text } = this;
    const context = this.situation.contextOf(text);
    const reply = await this.around.ask({ kind: 'check', draft: { draft_id, revision, text, context } });
    const isOld = draft_id !== this.draftId || revision < this.answered || this.lifetime.aborted;
    if (isOld || (!reply?.ok && this.asked?.revision !== revision)) return; // given up for a newer one
    this.answered = revision;
    this.take(reply, text);
    this.counted = undefined; // a composer in another frame of this tab may have said its own meanwhile
    this.draw();
  }

  /** `reply` is undefined when the background failed to make one. */
  private take(reply: CheckReply | undefined, askedText: string): void {
    this.failure = reply?.ok ? null : (reply?.reason ?? 'companion-error');
    if (!reply?.ok) return;
    this.gaps = [...reply.review.not_checked, ...this.situation.gaps];
    this.basic = reply.basic;
    this.ignoring.learn(reply.ignored, reply.basic === null);
    // Basic checks are about wording: what the companion's other checks found before, and still stands there, holds.
    const kept = reply.basic ? this.found.filter(({ detector }) => detector !== 'wording') : [];
    this.found = inOrder([...shiftFindings(reply.review.findings, askedText, this.text), ...kept]);
  }

  private get standing(): Standing {
    const open = this.found.filter((finding) => !this.ignoring.has(finding));
    const why = this.reading.problem ?? this.failure;
    const failure = why && unavailableWords(why);
    const basic = this.basic && unavailableWords(this.basic);
    return { open, gaps: this.gaps, basic, failure, isNewest: this.answered === this.revision };
  }

  get verdict(): Verdict {
    const isLetGo = this.text === this.passed || this.text === this.sentUnchecked;
    return this.isNothing || isLetGo ? 'go' : verdictOf(this.standing);
  }

  get view(): View {
    const { standing, reading: drawable } = this;
    const { policy } = this.around;
    if (this.isNothing && this.failure === null) {
      const { gaps } = this.situation; // no words yet, but a picture, perhaps
      const badge = badgeOf({ open: [], gaps, basic: null, failure: null, isNewest: true });
      return { drawable, findings: [], ignored: 0, badge, policy };
    }
    const findings = this.isTyping ? withoutHeld(standing.open, this.text) : standing.open;
    const isWhole = findings.length === standing.open.length; // else the badge waits, too, and never says "clear"
    const badge = badgeOf({ ...standing, open: findings, isNewest: standing.isNewest && isWhole });
    const ignored = this.ignoring.countInDraft(this.found);
    return { drawable, findings, ignored, badge, policy };
  }

  /** The writer stopped, or pressed Post: nothing waits for the end of a sentence any more. */
  finishTyping(): void {
    const waited = this.view.findings.length < this.standing.open.length;
    this.isTyping = false;
    if (waited) this.draw();
    this.situation.speak();
  }

  /** This composer is the one the writer is in. */
  comeForward(): void {
    this.isShown = true;
    void this.checkNow();
  }

  stepBack(): void {
    this.isShown = false;
    this.counted = undefined;
  }

  private draw(): void {
    if (!this.isShown) return;
    const { view, isEmpty } = this;
    const isBare = this.isNothing && this.situation.gaps.length === 0;
    if (isBare && this.sentUnchecked === null) this.around.showing.hide();
    else this.around.showing.show(view);
    this.count(isEmpty ? 0 : countOf(view.badge));
  }

  /** On the toolbar; `null`: not checked. */
  private count(now: number | null): void {
    if (now === this.counted) return;
    this.counted = now;
    void this.around.ask({ kind: 'badge', count: now });
  }

  /** From here on a press of Post lets exactly this text through. */
  pass(): void {
    this.passed = this.text;
  }

  /** No answer within the time a press of Post may be held: the post goes out, and the badge says so. */
  letGoUnchecked(): void {
    this.failure = 'too-slow';
    this.sentUnchecked = this.text;
    this.draw();
  }

  async fix(finding: Finding, fix: Fix): Promise<boolean> {
    await aStepOfItsOwn(this.composer.element, this.editedAt);
    if (!this.composer.hasWords) return false;
    if (this.isComposing) return false; // an input method has the text: whatever is changed under it is lost
    this.refresh();
    // The text may have moved on since the card was drawn: the same fix at its new place, over the very words that
    // were checked, or none at all (shiftFindings has dropped what an edit touched).
    const now = this.found.find(({ id }) => id === finding.id);
    const here = now?.fixes.find(({ label, replacement }) => label === fix.label && replacement === fix.replacement);
    if (!here) return false;
    const isWritten = await write(this.composer.element, here);
    void this.checkNow();
    return isWritten;
  }

  refocus(): void {
    this.caret.giveBack();
  }

  ignore(finding: Finding, scope: IgnoredScope): void {
    this.ignoring.add(finding, scope, this.text);
    this.draw();
  }

  bringBack(): void {
    this.ignoring.bringBack();
    this.draw();
  }

  undoIgnore(finding: Finding): void {
    const now = this.found.find(({ id }) => id === finding.id) ?? finding;
    void this.ignoring.undo(now, this.text).then(() => this.recheck()); // a rule may have hidden others, too
    this.draw();
  }
}
