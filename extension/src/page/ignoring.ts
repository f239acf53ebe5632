/** What a writer does not want to hear of: one finding in this draft, a phrase on this site, a rule on this site. */
import { wordsOf } from '../findings/words_of.js';
import type { Finding } from '../model.js';
import type { IgnoredScope } from '../showing/showing.js';
import type { Asking } from './asking.js';

export class Ignoring {
  private readonly inDraft = new Set<string>();
  /** On the list, but not in any answer yet. */
  private readonly phrases = new Set<string>();
  private readonly rules = new Set<string>();
  /** Ids of findings whose phrase or rule is on the list that the background keeps. */
  private onSite: ReadonlySet<string> = new Set();

  constructor(private readonly ask: Asking) {}

  has({ id, rule }: Finding): boolean {
    return this.inDraft.has(id) || this.phrases.has(id) || this.onSite.has(id) || this.rules.has(rule);
  }

  /** What a check's answer says is ignored on this site. `isWhole`: no findings but those of the answer stand any more. */
  learn(onSite: readonly string[], isWhole: boolean): void {
    this.onSite = new Set(isWhole ? onSite : [...this.onSite, ...onSite]);
  }

  /** What was ignored in one draft is not ignored in the next. */
  draftEnds(): void {
    this.inDraft.clear();
    this.phrases.clear();
  }

  /** Of these, how many are ignored for this draft only. */
  countInDraft(findings: readonly Finding[]): number {
    return findings.filter(({ id }) => this.inDraft.has(id)).length;
  }

  bringBack(): void {
    this.inDraft.clear();
  }

  /** The background is asked anew, and it keeps the list. */
  forgetSite(): void {
    this.phrases.clear();
    this.rules.clear();
  }

  add(finding: Finding, scope: IgnoredScope, text: string): void {
    const { id, rule, title } = finding;
    if (scope === 'draft') {
      this.inDraft.add(id);
    } else if (scope === 'phrase') {
      this.phrases.add(id);
      void this.ask({ kind: 'dismiss-phrase', rule, title, words: wordsOf(finding, text) });
    } else {
      this.rules.add(rule);
      void this.ask({ kind: 'dismiss-rule', rule, title });
    }
  }

  /** Resolves when the background has taken it off its list. */
  async undo(finding: Finding, text: string): Promise<void> {
    const { id, rule } = finding;
    this.inDraft.delete(id);
    this.phrases.delete(id);
    this.rules.delete(rule);
    this.onSite = new Set([...this.onSite].filter((each) => each !== id));
    await this.ask({ kind: 'undo-dismiss', rule, words: wordsOf(finding, text) });
  }
}
