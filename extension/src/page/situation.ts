/** One composer's surroundings as they are now, and what was seen to happen there: the context of its draft. */
import type { Here } from '../messages.js';
import type { DraftContext, NotChecked } from '../model.js';
import { words } from '../words.js';
import { watchAround } from './around.js';
import { type Composer, composerFor } from './composer.js';
import { contextOf } from './context.js';
import { isSentFromHere } from './control.js';
import { holderOf } from './holder.js';
import { isCutOff } from './lookup.js';
import { Pasting } from './pasting.js';
import type { Surroundings } from './surroundings.js';

export class Situation {
  private current: Composer;
  private seen: DraftContext | null = null;
  private previous: string | null = null;
  private unsaid: string | null = null;
  private readonly pasting: Pasting;
  private isGoingLive = false;
  private mayBeOutOfReach = isCutOff();

  /** `changed` is called when something around the composer has changed, and has settled. */
  constructor(
    composer: Composer,
    private readonly around: Surroundings,
    changed: () => void,
    lifetime: AbortSignal,
  ) {
    this.current = composer;
    this.pasting = new Pasting(composer.element, lifetime);
    watchAround(holderOf(composer), changed, lifetime);
  }

  /** One box may serve for a post now and for a reply later. */
  get composer(): Composer {
    return this.current;
  }

  /** What starts a broadcast was pressed. */
  get hasGoneLive(): boolean {
    return this.isGoingLive;
  }

  get isLive(): boolean {
    return this.isGoingLive || this.current.surface.surface === 'live';
  }

  /** Pictures and recordings are not looked at, and nobody should take silence for a check of them. */
  get gaps(): readonly NotChecked[] {
    const hasMedia = (this.seen?.media.length ?? 0) > 0;
    return hasMedia ? [{ what: 'media', why: words('not_checked_media') }] : [];
  }

  /** Look around again, with the draft as it is now; says whether anything is different from the last look. */
  look(draft: string): boolean {
    this.current = composerFor(this.current.element, this.around.site) ?? this.current;
    if (this.current.surface.surface !== 'edit') this.previous = null;
    else if (draft !== '') this.previous ??= draft; // the first that is seen in it is what was published
    const happened = { previous: this.previous, pasted: this.pasting.standingIn(draft), isLive: this.isLive };
    const now = contextOf(this.current, this.around.site, this.around.person, happened);
    const isOther = JSON.stringify(now) !== JSON.stringify(this.seen);
    const isOtherName = now.acting_as !== this.seen?.acting_as;
    this.seen = now;
    if (isOtherName && now.acting_as !== null) void this.meet(now.acting_as);
    return isOther;
  }

  /** What the last look saw; the draft is one of it. */
  contextOf(draft: string): DraftContext {
    if (!this.seen) this.look(draft);
    return this.seen as DraftContext; // the look above has set it
  }

  here(draft: string): Here {
    const hasDefinition = this.around.site.surfaces.length > 0;
    return { actingAs: this.contextOf(draft).acting_as, hasChanged: hasDefinition && !this.current.isKnown };
  }

  /** A new name is said once: nobody writes for the City, or for themselves, without having been told so. */
  private async meet(name: string): Promise<void> {
    if (Object.hasOwn(this.around.person.identities, name)) return;
    if (!(await this.around.ask({ kind: 'acting-as', name }))) return;
    const isOfficial = this.around.person.mode === 'official';
    this.unsaid = words(isOfficial ? 'identity_met_official' : 'identity_met_personal', name);
  }

  /** While somebody types, nobody reads. */
  speak(): void {
    if (this.mayBeOutOfReach && !isSentFromHere(this.current)) this.unsaid ??= words('frame_alone');
    this.mayBeOutOfReach = false;
    if (this.unsaid !== null) this.around.showing.say(this.unsaid);
    this.unsaid = null;
  }

  goLive(): void {
    this.isGoingLive = true;
  }

  goLiveEnds(): void {
    this.isGoingLive = false;
  }

  startAfresh(): void {
    this.isGoingLive = false;
    this.pasting.forget();
  }
}
