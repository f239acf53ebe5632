/** What a writer does not want to hear of: one finding in this draft, a phrase on this site, a rule on this site. */
import { wordsOf } from '../findings/words_of.js';
import type { Finding } from '../model.js';
import type { Asking } from './asking.js';

export class Ignoring {
  private readonly inDraft = new Set<string>();
  private readonly rules = new Set<string>();
  /** Ids of findings whose phrase or rule is on the list that the background keeps. */
  private onSite: ReadonlySet<string> = new Set();

  constructor(private readonly ask: Asking) {}

  has({ id, rule }: Finding): boolean {
    return this.inDraft.has(id) || this.onSite.has(id) || this.rules.has(rule);
  }

  /** What a check's answer says is ignored on this site. `isWhole`: no findings but those of the answer stand any more. */
  learn(onSite: readonly string[], isWhole: boolean): void {
    this.onSite = new Set(isWhole ? onSite : [...this.onSite, ...onSite]);
  }

  /** What was ignored in one draft is not ignored in the next. */
  draftEnds(): void {
    this.inDraft.clear();
  }

  /** The background is asked anew, and it keeps the list. */
  forgetRules(): void {
    this.rules.clear();
  }

  here({ id }: Finding): void {
    this.inDraft.add(id);
  }

  phrase(finding: Finding, text: string): void {
    const { rule, title } = finding;
    this.here(finding);
    void this.ask({ kind: 'dismiss-phrase', rule, title, words: wordsOf(finding, text) });
  }

  rule({ rule, title }: Finding): void {
    this.rules.add(rule);
    void this.ask({ kind: 'dismiss-rule', rule, title });
  }

  /** Resolves when the background has taken it off its list. */
  async undo(finding: Finding, text: string): Promise<void> {
    const { id, rule } = finding;
    this.inDraft.delete(id);
    this.rules.delete(rule);
    this.onSite = new Set([...this.onSite].filter((each) => each !== id));
    await this.ask({ kind: 'undo-dismiss', rule, words: wordsOf(finding, text) });
  }
}
