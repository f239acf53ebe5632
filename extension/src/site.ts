/** A site's definition: shared_rules/sites/<host>.yaml as the build compiles it, every list there, empty where left out. */
import type { Media, Mode, Surface } from './model.js';

/** A selector and how sure we are of it. Lists are in order of trust: the first that is there wins. */
export interface Selector {
  readonly css: string;
  readonly certainty: 'source' | 'several' | 'one' | 'guess';
  readonly seen: string;
}

/** A selector of something that is read (page/lookup.ts). */
export interface TextAt extends Selector {
  /** The attribute that holds it; null: the visible text. */
  readonly read: string | null;
  /** Regular expression; its first group is what counts. */
  readonly pattern: string | null;
}

export interface MediaMark extends Selector {
  readonly kind: Media;
}

export type SubmitKey = 'Enter' | 'Ctrl+Enter';

export interface SiteSurface {
  readonly surface: Surface;
  /** Regular expression on path and query; null: anywhere. */
  readonly path: string | null;
  readonly compose: readonly Selector[];
  readonly submit: readonly Selector[];
  /** Whole names of buttons that post, for where no selector matches; compared without regard to case. */
  readonly words: readonly string[];
  readonly keys: readonly SubmitKey[];
  /** Characters as the site counts them, null when unknown. */
  readonly limit: number | null;
  /** What holds a composer with its accessories; empty: a form, dialog or article. */
  readonly within: readonly Selector[];
  readonly reply_to: readonly TextAt[];
  readonly acting_as: readonly TextAt[];
  readonly shared: { readonly text: readonly TextAt[]; readonly author: readonly TextAt[] };
  readonly media: readonly MediaMark[];
}

export interface Site {
  readonly id: string;
  readonly title: string;
  readonly hosts: readonly string[];
  /** How a page of software that runs on any host is recognised. */
  readonly markers: readonly Selector[];
  readonly default_mode: Mode;
  /** How the site counts up to a limit; the companion's disclaimers keep to it. */
  readonly counting: 'characters' | 'weighted' | 'graphemes';
  readonly acting_as: readonly TextAt[];
  readonly live: readonly Selector[];
  readonly profile: {
    readonly own: readonly Selector[];
    readonly name: readonly TextAt[];
    readonly text: readonly TextAt[];
  };
  readonly feed: Readonly<Record<'author' | 'time' | 'permalink' | 'text', readonly TextAt[]>> & {
    readonly item: readonly Selector[];
  };
  readonly surfaces: readonly SiteSurface[];
  /** The generic surfaces, for a box that this site's own do not name. */
  readonly fallback: readonly SiteSurface[];
}
