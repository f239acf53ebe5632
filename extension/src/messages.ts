/**
 * What the extension's parts say to each other. Each kind has one reply type; the background answers all of them
 * and refuses an unknown kind. Content scripts may send only the kinds of `ContentAsk`.
 */
import type {
  CheckReply,
  Draft,
  Employment,
  ItemAnswer,
  Mode,
  PolicyNames,
  RuleFacts,
  ScanItem,
  Unavailable,
} from './model.js';
import type { Site } from './site.js';

export type ContentAsk =
  | { readonly kind: 'hello' }
  | { readonly kind: 'acting-as'; readonly name: string } // seen for the first time on this page
  | { readonly kind: 'own-profile'; readonly text: string }
  | { readonly kind: 'check'; readonly draft: Draft }
  | { readonly kind: 'policy' }
  | { readonly kind: 'dismiss-phrase'; readonly rule: string; readonly title: string; readonly words: string }
  | { readonly kind: 'dismiss-rule'; readonly rule: string; readonly title: string }
  /** Takes back whichever of the two there is. */
  | { readonly kind: 'undo-dismiss'; readonly rule: string; readonly words: string }
  | { readonly kind: 'badge'; readonly count: number | null }
  | { readonly kind: 'open-options' };

/** Asked by our own pages only (popup, options, welcome, panel). */
export type PageAsk =
  | { readonly kind: 'state' }
  | { readonly kind: 'policy' }
  | { readonly kind: 'rules' }
  | { readonly kind: 'me'; readonly host: string }
  | { readonly kind: 'call-me'; readonly host: string; readonly name: string }
  | { readonly kind: 'left-on'; readonly on: string }
  | { readonly kind: 'has-declined'; readonly host: string }
  | { readonly kind: 'decline'; readonly host: string }
  | { readonly kind: 'pair'; readonly code: string }
  | { readonly kind: 'connect' } // without a code, through native messaging
  | { readonly kind: 'unpair' }
  | { readonly kind: 'port'; readonly port: number }
  | { readonly kind: 'switch-site'; readonly host: string; readonly on: boolean; readonly mode: Mode }
  | { readonly kind: 'identity'; readonly host: string; readonly name: string; readonly mode: Mode | null } // null: forget it
  | { readonly kind: 'employment'; readonly employment: Employment | null }
  | { readonly kind: 'dismissals' }
  | { readonly kind: 'restore'; readonly id: string };

/** Asked by the content script on loopback pages (one-click pairing); refused unless it is the companion's page. */
export type CompanionPageAsk =
  | { readonly kind: 'is-companion-page' }
  | { readonly kind: 'pair-from-companion-page'; readonly code: string };

export type Ask = ContentAsk | PageAsk | CompanionPageAsk;

/** `on: false` means: leave at once, this site is not switched on. */
export type Hello =
  | { readonly on: false }
  | {
      readonly on: true;
      readonly site: Site;
      /** Where the host has no definition: those that a page of any host may turn out to be. */
      readonly byPage: readonly Site[];
      readonly host: string;
      readonly person: Person;
    };

/** What the person said, or was seen on their own profile, of how they write on one site; kept on this computer only. */
export interface Person {
  /** As the site's switch says. */
  readonly mode: Mode;
  /** The names they write under there → in which capacity; a name that is not here was never met. */
  readonly identities: Readonly<Record<string, Mode>>;
  readonly profile: string | null;
  readonly employment: Employment | null;
}

/** What a page says of itself when the popup asks. */
export interface Here {
  /** The name one writes under, where the page shows it. */
  readonly actingAs: string | null;
  /** The site has a definition, and it does not name the box that is written in. */
  readonly hasChanged: boolean;
}

export type CompanionState =
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'loading'; readonly version: string; readonly waitingFor: readonly string[] }
  | { readonly kind: 'unavailable'; readonly reason: Unavailable };

export interface SwitchedSite {
  readonly host: string;
  readonly mode: Mode;
  readonly identities: Readonly<Record<string, Mode>>;
  readonly hasProfile: boolean;
}

export interface State {
  readonly companion: CompanionState;
  readonly port: number;
  readonly sites: readonly SwitchedSite[];
  readonly employment: Employment | null;
  /** ISO 8601 date on which it ended; '' when it has not, or was not said. */
  readonly leftOn: string;
}

export type PairReply = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** A dismissed phrase, or a rule dismissed whole: words themselves are not kept, only a keyed hash of them. */
export interface Dismissal {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly host: string;
  /** Of the phrase, in UTF-16 units; null for a whole rule. */
  readonly length: number | null;
  /** ISO 8601 date. */
  readonly since: string;
}

interface Replies {
  hello: Hello;
  /** True when this name was not met before. */
  'acting-as': boolean;
  'own-profile': null;
  check: CheckReply;
  policy: PolicyNames;
  rules: readonly RuleFacts[];
  /** The name the person goes by on a site; null when they did not say. */
  me: string | null;
  'call-me': null;
  'left-on': State;
  /** Has the person said no to the offer of switching this site on? It is then never made again. */
  'has-declined': boolean;
  decline: null;
  'dismiss-phrase': null;
  'dismiss-rule': null;
  'undo-dismiss': null;
  badge: null;
  'open-options': null;
  state: State;
  pair: PairReply;
  connect: State;
  unpair: null;
  port: State;
  'switch-site': State;
  identity: State;
  employment: State;
  dismissals: readonly Dismissal[];
  restore: readonly Dismissal[];
  'is-companion-page': boolean;
  'pair-from-companion-page': PairReply;
}

export type Reply<K extends Ask['kind']> = Replies[K];

/** Ask the background; rejects when it is gone (the extension was updated or removed under this page). */
export function ask<A extends Ask>(message: A): Promise<Reply<A['kind']>> {
  return chrome.runtime.sendMessage(message);
}

/** What the background says to content scripts, unasked: every tab hears it and picks what concerns its site. */
export type Tell =
  | { readonly kind: 'switched-off'; readonly host: string } // the site's main host
  | { readonly kind: 'person'; readonly host: string; readonly person: Person }
  | { readonly kind: 'what-is-here' } // the popup asks; the frame that is written in answers with a `Here`
  | { readonly kind: 'open-findings' } // the keyboard command
  | { readonly kind: 'companion-changed' };

/** The port of a scan, between the panel and the background. */
export const SCANNING = 'foreword-scanning';

/** The panel → the background. `basic`: check with the rules that run in this browser. */
export type ScanAsk =
  | { readonly kind: 'batch'; readonly batch: number; readonly items: readonly ScanItem[]; readonly basic: boolean }
  | { readonly kind: 'stop' };

/** The background → the panel. */
export type ScanWord =
  | { readonly kind: 'answer'; readonly answer: ItemAnswer; readonly basic: boolean }
  /** `reason`: why not every item of the batch was answered; null when all were. */
  | { readonly kind: 'batch-done'; readonly batch: number; readonly reason: Unavailable | null };
