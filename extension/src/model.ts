/**
 * The vocabulary shared with the companion: the JSON of `POST /v1/check` (docs/api.md).
 * Every `start` and `end` counts UTF-16 code units, what `String.prototype.slice` takes.
 */

export type Severity = 'info' | 'advice' | 'warning' | 'serious';
export type Mode = 'personal' | 'official';
export type Surface = 'post' | 'comment' | 'reply' | 'message' | 'email' | 'edit' | 'profile' | 'media' | 'live';
export type Media = 'image' | 'video' | 'audio' | 'file';

export type Employment = 'current' | 'ended';

export interface Fix {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

export interface Finding {
  /** Stable while the same words of the same draft raise the same rule. */
  readonly id: string;
  readonly rule: string;
  readonly clause: readonly string[];
  readonly severity: Severity;
  readonly confidence: number;
  /** Both null when the finding is about the whole text. */
  readonly start: number | null;
  readonly end: number | null;
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly fixes: readonly Fix[];
  readonly contacts: readonly string[];
  readonly detector: string;
  /** `sentence`: not shown while the writer is still typing the sentence it is about. */
  readonly hold?: 'sentence' | null;
  /** A line for what the person may say as a citizen, where the policy leaves the subject to them. */
  readonly citizen?: string | null;
}

export interface NotChecked {
  readonly what: string;
  readonly why: string;
}

export interface Review {
  readonly draft_id: string;
  readonly revision: number;
  readonly status: 'complete' | 'partial';
  readonly not_checked: readonly NotChecked[];
  readonly findings: readonly Finding[];
}

export interface DraftContext {
  readonly mode: Mode;
  readonly surface: Surface;
  /** The site's id (its file in shared_rules/sites), or the bare host name. */
  readonly site: string;
  readonly reply_to: string | null;
  readonly previous_text: string | null;
  readonly shared_text: string | null;
  readonly shared_author: string | null;
  readonly media: readonly Media[];
  readonly profile_text: string | null;
  readonly acting_as: string | null;
  /** What the person told us of their work for the City; null when they have not. */
  readonly employment: Employment | null;
  /** A long text that was pasted into the draft and still stands in it. */
  readonly pasted_text: string | null;
}

export interface Draft {
  readonly draft_id: string;
  readonly revision: number;
  readonly text: string;
  readonly context: DraftContext;
}

/** Why the companion did not check a draft; each has its own words in _locales. */
export type Unavailable =
  | 'companion-off' // nothing answers on the port
  | 'port-taken' // something answers there that is not the companion
  | 'not-paired' // no token, or the companion no longer knows it
  | 'companion-older'
  | 'companion-newer'
  | 'too-slow' // no answer within the time budget
  | 'companion-error' // it answered, but not with a review
  | 'unsupported-field' // the field cannot be read reliably
  | 'too-long'; // more than can be read while somebody types, or than a request may hold

export type CheckReply =
  /**
   * `basic`: why it was this browser that checked, with the rules it can run by itself; null: the companion did.
   * `ignored`: ids of findings whose phrase or rule the person wants to hear no more of on this site.
   */
  | {
      readonly ok: true;
      readonly review: Review;
      readonly basic: Unavailable | null;
      readonly ignored: readonly string[];
    }
  | { readonly ok: false; readonly reason: Unavailable };

/** What the badge says. `clear` only when everything was checked. */
export type BadgeState =
  | { readonly kind: 'checking' }
  | { readonly kind: 'clear' }
  /** `basic`: why there were basic checks only, in words; null when the companion checked. */
  | {
      readonly kind: 'findings';
      readonly count: number;
      readonly worst: Severity;
      readonly partial: boolean;
      readonly basic: string | null;
    }
  /** The basic checks found nothing; there were no others. */
  | { readonly kind: 'basic'; readonly why: string }
  | { readonly kind: 'not-checked'; readonly why: string };

/** Names a clerk gave to clauses and contacts: the part of `POST /v1/policy` that cards show. */
export interface PolicyNames {
  readonly clauses: Readonly<Record<string, { readonly title: string; readonly text: string }>>;
  readonly contacts: Readonly<Record<string, { readonly name: string; readonly how: string }>>;
}

/** What a scan must know of a rule besides its findings. */
export interface RuleFacts {
  readonly id: string;
  readonly title: string;
  readonly modes: readonly Mode[];
  readonly surfaces: readonly Surface[];
  /** It holds for what others wrote, too (`anyone` in pack.yaml). */
  readonly anyone: boolean;
  /** It can only speak when the person has told whether they work for the City. */
  readonly asksEmployment: boolean;
}

/** One item of `POST /v1/scan`: something that is written already. */
export interface ScanItem {
  readonly item_id: string;
  readonly text: string;
  readonly context: DraftContext;
}

export type ItemReview = Pick<Review, 'status' | 'not_checked' | 'findings'>;

/** The line of one item. */
export type ItemAnswer = { readonly kind: 'item'; readonly item_id: string } & (
  | ItemReview
  | { readonly error: string }
);
