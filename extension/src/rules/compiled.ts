/** What `foreword rules build` writes: the rules this engine can run, and what they need. Only types. */
import type { Mode, PolicyNames, Severity, Surface } from '../model.js';

export type Source =
  | 'text'
  | 'profile_text'
  | 'pasted_text'
  | 'reply_to'
  | 'previous_text'
  | 'shared_text'
  | 'shared_author'
  | 'acting_as';

/** `match` names patterns by their number in the build's list. */
export interface MatchLeaf {
  readonly match: readonly number[];
  readonly disguised: boolean;
  readonly in: Source;
}

export interface ContextLeaf {
  readonly context: {
    readonly mode?: readonly string[];
    readonly surface?: readonly string[];
    readonly site?: readonly string[];
    readonly other_site?: readonly string[];
    readonly media?: readonly string[];
    readonly employment?: readonly string[];
    readonly has?: readonly Source[];
  };
}

export interface ChangedLeaf {
  readonly changed: Source;
  readonly weighty: readonly string[];
  readonly light: readonly string[];
}

export interface SharedWordsLeaf {
  readonly shares_words: Source;
  readonly light: readonly string[];
}

export type CompiledNode =
  | MatchLeaf
  | ContextLeaf
  | ChangedLeaf
  | SharedWordsLeaf
  | { readonly absent: readonly CompiledNode[] }
  | { readonly not: CompiledNode }
  | { readonly any: readonly CompiledNode[] }
  | { readonly all: readonly CompiledNode[]; readonly within: Within };

export type Within = 'text' | 'sentence' | number;

export interface Support {
  readonly when: CompiledNode;
  readonly within: Within;
  readonly confidence: number;
}

export interface CompiledFix {
  readonly label: string;
  readonly remove: 'words' | 'sentence' | null;
  readonly replace: string | null;
  readonly over: 'words' | 'sentence';
  readonly insert: string | null;
  readonly at: 'start' | 'end';
  /** What goes with the words that are removed: patterns by number, null where there is nothing. */
  readonly lead: number | null;
  readonly trail: number | null;
}

export interface CompiledRule extends CompiledTest {
  readonly id: string;
  readonly clause: readonly string[];
  readonly severity: Severity;
  readonly severity_on?: Readonly<Record<string, Severity>>;
  readonly anyone?: boolean;
  readonly confidence: number;
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly report: 'each' | 'once' | 'text';
  readonly hold: 'sentence' | null;
  readonly fixes: readonly CompiledFix[];
  readonly contacts: readonly string[];
  /** Evidence near by that makes a match surer, or less sure. */
  readonly supports: readonly Support[];
  /** A match that is less sure than this says nothing. */
  readonly least: number;
}

/** What decides whether something is asked of a draft, and whether it holds. */
export interface CompiledTest {
  readonly modes: readonly Mode[];
  readonly surfaces: readonly Surface[];
  readonly when: CompiledNode;
  readonly except: readonly CompiledNode[];
}

/** Protected speech: themes whose advice is not given where it holds, and those that come with a line. */
export interface CompiledGuard extends CompiledTest {
  readonly id: string;
  readonly line: string;
  readonly silences: readonly string[];
  readonly assures: readonly string[];
}

export interface CompiledSite {
  readonly hosts: readonly string[];
  readonly counting: 'characters' | 'weighted' | 'graphemes';
  /** Surface → characters the site allows there; null when unknown. */
  readonly limits: Readonly<Partial<Record<Surface, number | null>>>;
}

export interface Build extends PolicyNames {
  readonly format: 1;
  readonly pack: string;
  readonly version: string;
  readonly title: string;
  readonly disclaimers: { readonly full: string; readonly short: string };
  readonly folding: { readonly lookalikes: Readonly<Record<string, string>>; readonly masks: string };
  readonly abbreviations: readonly string[];
  readonly sites: Readonly<Record<string, CompiledSite>>;
  readonly patterns: readonly string[];
  readonly rules: readonly CompiledRule[];
  readonly protected: readonly CompiledGuard[];
  /** Rules that only the companion can run, by id. */
  readonly companion_only: readonly string[];
}
