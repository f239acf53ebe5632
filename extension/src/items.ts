/** What a scan of a page is about: the items collected in it, and what the panel and the collecting script say. */
import type { Surface } from './model.js';
import type { Selector, Site, TextAt } from './site.js';

export type Feed = Site['feed'];
export type Profile = Site['profile'];

export interface Item {
  /** Unique within one collecting script, in the order of collecting: `i1`, `i2`. */
  readonly item_id: string;
  readonly text: string;
  readonly surface: Surface;
  /** Whoever the page says wrote it; null when it does not say. */
  readonly author: string | null;
  /** ISO 8601 where the page gives a machine-readable time, otherwise the page's own words. */
  readonly time: string | null;
  /** An absolute http(s) address. */
  readonly permalink: string | null;
  /** `picture`: the text is a picture's alternative text. `profile`: what a profile says of its owner. */
  readonly kind: 'text' | 'picture' | 'profile';
  /** True when the author is the name the person gave as their own; null when the author is unknown. */
  readonly own: boolean | null;
}

/** Why something on the page was not read; each has its words in _locales. */
export type UnreadReason =
  | 'picture' // an image without alternative text
  | 'frame' // a frame of another origin
  | 'long' // only the first part of the text was read
  | 'many'; // the page has more items than one scan takes

export interface Unread {
  readonly reason: UnreadReason;
  /** Where the panel can jump to; null for the page as a whole. */
  readonly item_id: string | null;
  /** What is known of it, for people: a file's name, a frame's host. Never text of the page. */
  readonly about: string;
}

export type Scope = 'mine' | 'page' | 'selection';

/** What the person looks at, as the page tells it. */
export interface PageFacts {
  /** The id of the definition by which the page is read. */
  readonly site: string;
  readonly title: string;
  readonly address: string;
  /** Names that stand as authors on the page, most frequent first. */
  readonly authors: readonly string[];
  /** Who the site says is signed in; null where that is not known. */
  readonly me: string | null;
  readonly isProfile: boolean;
  /** What the page's profile says, where it is the person's own; null anywhere else. */
  readonly ownProfileText: string | null;
  /** Characters selected. */
  readonly selected: number;
}

/** The parts of a profile page, in the order they are checked in. */
export interface ProfileFacts {
  readonly name: string;
  readonly parts: readonly ProfilePart[];
}

export interface ProfilePart {
  readonly kind: 'name' | 'text' | 'picture' | 'link';
  readonly text: string;
  /** For jumping to it. */
  readonly item_id: string;
}

/** How a site's pages are read; from its definition. */
export interface Reading {
  /** The site's id. */
  readonly site: string;
  /** For software that runs on any host: how a page of it is recognised; empty for a site known by its host. */
  readonly markers: readonly Selector[];
  readonly feed: Feed;
  readonly profile: Profile;
  readonly acting_as: readonly TextAt[];
}

/** The name of the port between panel and page. */
export const COLLECTING = 'foreword-collecting';

/** The panel → the script in the page. */
export type Wish =
  /** Of `others`, the first whose markers the page has is taken instead of `reading`. */
  | { readonly kind: 'look'; readonly reading: Reading; readonly others: readonly Reading[] }
  | { readonly kind: 'collect'; readonly scope: Scope; readonly me: string | null; readonly follow: boolean }
  | { readonly kind: 'follow'; readonly on: boolean }
  | { readonly kind: 'stop' }
  | { readonly kind: 'profile' }
  | { readonly kind: 'jump'; readonly item_id: string; readonly start: number | null; readonly end: number | null };

/** The script in the page → the panel. */
export type Word =
  | { readonly kind: 'facts'; readonly facts: PageFacts }
  | { readonly kind: 'items'; readonly items: readonly Item[]; readonly unread: readonly Unread[] }
  /** Everything that is on the page now has been handed over. */
  | { readonly kind: 'collected' }
  | { readonly kind: 'profile'; readonly profile: ProfileFacts }
  | { readonly kind: 'jumped'; readonly item_id: string; readonly found: boolean }
  /** The page went to another address without being loaded anew. */
  | { readonly kind: 'moved'; readonly address: string };
