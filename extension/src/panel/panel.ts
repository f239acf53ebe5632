/** The side panel of one tab: what the person asks for, how far it has come, and what was found. */
import type { PageFacts, ProfileFacts, Reading, Word } from '../items.js';
import type { Employment, Mode, PolicyNames, RuleFacts } from '../model.js';
import { $, askSurely, fillWords } from '../pages/page.js';
import { modeOn } from '../pages/site_switch.js';
import type { PanelWish } from '../panel_place.js';
import { make, makeButton } from '../showing/element.js';
import type { Site } from '../site.js';
import { mainHostOf, siteOf, sitesByPage } from '../sites.js';
import { words } from '../words.js';
import { showCorrection } from './correct.js';
import { type Asked, Form } from './form.js';
import { reportOf, startKeeping } from './keep.js';
import { List } from './list.js';
import { PageLink } from './page_link.js';
import { ProfileCheck } from './profile_check.js';
import { Progress } from './progress.js';
import { Scan } from './scan.js';
import { Unchecked } from './unchecked.js';

/** Of the companion's contract: what a site may be called (docs/api.md). */
const SITE = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

export async function startPanel(): Promise<void> {
  fillWords();
  $('open-options', HTMLButtonElement).addEventListener('click', () => void chrome.runtime.openOptionsPage());
  const query = new URLSearchParams(location.search);
  const tabId = query.has('tab') ? Number(query.get('tab')) : ((await activeTab()) ?? 0);
  const [names, rules] = await Promise.all([askSurely({ kind: 'policy' }), askSurely({ kind: 'rules' })]);
  const panel = new Panel(tabId, names, rules);
  await panel.open((query.get('wish') ?? '') as PanelWish | '');
}

async function activeTab(): Promise<number | undefined> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

class Panel {
  private link: PageLink | null = null;
  private facts: PageFacts | null = null;
  private scan: Scan | null = null;
  private mode: Mode = 'personal';
  private employment: Employment | null = null;
  private isFollowing = false;
  private isDrawing = false;
  private pending: PanelWish | '' = '';
  private readonly form = new Form(
    (asked) => this.begin(asked),
    (on) => this.follow(on),
  );
  private readonly progress = new Progress(() => this.changed());
  private readonly unchecked = new Unchecked((item_id) => this.jump(item_id, null, null));
  private readonly profile: ProfileCheck;
  private readonly list: List;

  constructor(
    private readonly tabId: number,
    names: PolicyNames,
    private readonly rules: readonly RuleFacts[],
  ) {
    this.list = new List({
      show: ({ item, finding: { start, end } }) => this.jump(item.item_id, start, end),
      correct: ({ item }, into) => this.scan && showCorrection(item, this.scan, into),
      names: () => names,
    });
    this.profile = new ProfileCheck(names, rules, (item_id) => this.jump(item_id, null, null));
    $('stop', HTMLButtonElement).addEventListener('click', () => this.stop());
    $('scan-profile', HTMLButtonElement).addEventListener('click', () => this.beginProfile());
    startKeeping(
      () => (this.scan && this.facts ? reportOf(this.scan, this.facts, this.mode) : null),
      () => names,
    );
  }

  async open(wish: PanelWish | ''): Promise<void> {
    this.pending = wish;
    $('no-page', HTMLElement).hidden = true;
    const tab = await chrome.tabs.get(this.tabId).catch(() => null);
    if (!tab) return this.say(words('panel_no_tab'));
    const link = await PageLink.open(this.tabId, {
      hear: (word) => void this.hear(word),
      gone: () => this.gone(),
    });
    this.link = link;
    if (!link) return this.say(words('panel_no_access'));
    const host = hostIn(tab.url ?? '');
    const others = sitesByPage(host).map(readingOf);
    link.wish({ kind: 'look', reading: readingOf(siteOf(host)), others });
  }

  private async hear(word: Word): Promise<void> {
    switch (word.kind) {
      case 'facts':
        return this.met(word.facts);
      case 'items':
        if (this.profile.isOpen) this.profile.missed(word.unread);
        else this.scan?.add(word.items, word.unread);
        return;
      case 'collected':
        return this.scan?.collected();
      case 'profile':
        return this.gotProfile(word.profile);
      case 'jumped':
        if (!word.found) this.say(words('panel_not_there'));
        return;
      case 'moved':
        if (this.facts && this.scan) this.say(words('panel_moved', this.facts.title), this.lookAgain());
    }
  }

  private async met(facts: PageFacts): Promise<void> {
    this.facts = facts;
    const host = hostIn(facts.address);
    const [me, state] = await Promise.all([askSurely({ kind: 'me', host }), askSurely({ kind: 'state' })]);
    this.employment = state.employment;
    this.form.show(facts, host, me, modeOn(state, mainHostOf(host)) ?? siteOf(host).default_mode);
    $('scan-profile', HTMLButtonElement).classList.toggle('primary', facts.isProfile);
    const wish = this.pending;
    this.pending = '';
    if (wish === 'profile') this.beginProfile();
    if (wish === 'selection' || (wish === 'page' && facts.selected === 0)) {
      if (wish === 'selection') this.form.choose('scope', 'selection');
      this.form.submit();
    }
  }

  private begin({ scope, me, mode, follow }: Asked): void {
    const { facts, link } = this;
    if (!facts || !link) return;
    this.clear();
    this.mode = mode;
    this.isFollowing = follow && scope !== 'selection';
    const settings = {
      mode,
      site: SITE.test(facts.site) ? facts.site : 'unknown',
      employment: this.employment,
      profileText: facts.ownProfileText,
      rules: this.rules,
    };
    this.scan = new Scan(settings, () => this.changed());
    this.progress.began();
    this.list.begin();
    link.wish({ kind: 'collect', scope, me, follow: this.isFollowing });
    this.changed();
  }

  private beginProfile(): void {
    this.clear();
    this.form.fold();
    this.profile.begin();
    this.link?.wish({ kind: 'profile' });
  }

  private async gotProfile(profile: ProfileFacts): Promise<void> {
    const { facts } = this;
    if (facts) await this.profile.show(profile, hostIn(facts.address), SITE.test(facts.site) ? facts.site : 'unknown');
  }

  private follow(on: boolean): void {
    if (!this.scan) return;
    this.isFollowing = on;
    this.link?.wish({ kind: 'follow', on });
    this.changed();
  }

  private stop(): void {
    this.isFollowing = false;
    $('follow', HTMLInputElement).checked = false;
    this.link?.wish({ kind: 'stop' });
    this.scan?.stop();
    this.changed();
    $('scan', HTMLButtonElement).focus();
  }

  private jump(item_id: string, start: number | null, end: number | null): void {
    $('no-page', HTMLElement).hidden = true;
    if (this.link) this.link.wish({ kind: 'jump', item_id, start, end });
    else this.say(words('panel_not_there'));
  }

  private clear(): void {
    this.scan?.close();
    this.scan = null;
    this.profile.close();
    for (const id of ['no-page', 'progress', 'results', 'unchecked', 'keep']) $(id, HTMLElement).hidden = true;
  }

  private gone(): void {
    this.link = null;
    this.isFollowing = false;
    this.scan?.collected(); // nothing more comes; what was read is still looked at
    this.say(words('panel_gone', this.facts?.title ?? ''), this.lookAgain());
    this.changed();
  }

  private lookAgain(): HTMLElement {
    return makeButton('', 'look-again', words('panel_look_again'), () => {
      this.link?.close();
      this.clear();
      $('asking', HTMLElement).hidden = true;
      void this.open('');
    });
  }

  private say(said: string, ...more: HTMLElement[]): void {
    const box = $('no-page', HTMLElement);
    box.replaceChildren(make('div', 'state is-warning', make('div', '', make('p', '', said), ...more)));
    box.hidden = false;
  }

  /** The first answer is drawn at once, the others now and then, however fast they come. */
  private changed(): void {
    if (this.isDrawing) return;
    this.isDrawing = true;
    setTimeout(
      () => {
        this.isDrawing = false;
        this.draw();
      },
      (this.scan?.done ?? 0) > 1 ? DRAW_MS : 0,
    );
  }

  private draw(): void {
    const { scan } = this;
    if (!scan) return;
    this.progress.show(scan, this.isFollowing);
    this.list.show(scan);
    const isAtRest = scan.phase === 'done' || scan.phase === 'stopped';
    if (isAtRest) this.unchecked.show(scan);
    $('keep', HTMLElement).hidden = !isAtRest || scan.done === 0;
  }
}

/** Often enough to see it move, seldom enough to leave the computer to the companion. */
const DRAW_MS = 120;

function readingOf({ id, markers, feed, profile, acting_as }: Site): Reading {
  return { site: id, markers, feed, profile, acting_as };
}

const hostIn = (address: string) => (URL.canParse(address) ? new URL(address).hostname : '');
