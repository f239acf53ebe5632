/** A site's definition: shared_rules/sites/<host>.yaml as the build compiles it. */
import type { Mode, Surface } from './model.js';

/** A selector and how sure we are of it; the newest knowledge stands last and is tried last. */
export interface Selector {
  readonly css: string;
  readonly certainty: 'source' | 'several' | 'one' | 'guess';
  readonly seen: string;
}

export type SubmitKey = 'Enter' | 'Ctrl+Enter';

export interface SiteSurface {
  readonly surface: Surface;
  readonly compose: readonly Selector[];
  readonly submit: readonly Selector[];
  /** Whole names of buttons that post, for where no selector matches; compared without regard to case. */
  readonly words: readonly string[];
  readonly keys: readonly SubmitKey[];
  /** Characters as the site counts them, null when unknown. */
  readonly limit: number | null;
}

export interface Site {
  readonly id: string;
  readonly title: string;
  readonly hosts: readonly string[];
  readonly default_mode: Mode;
  /** How the site counts up to a limit; the companion's disclaimers keep to it. */
  readonly counting: 'characters' | 'weighted';
  readonly surfaces: readonly SiteSurface[];
}
