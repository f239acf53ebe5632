/** Checking one profile: its parts as one text, asked of the rules for profiles, shown when the answer is there. */
import type { ProfileFacts, Unread } from '../items.js';
import type { DraftContext, ItemReview, PolicyNames, RuleFacts, ScanItem } from '../model.js';
import { $, askSurely } from '../pages/page.js';
import { Checking } from './checking.js';
import { contextWith } from './context.js';
import { offerFor } from './offer.js';
import { bioOf, profileText, withFixesOf } from './profile_text.js';
import { showProfile } from './profile_view.js';

export class ProfileCheck {
  isOpen = false;
  private unread: Unread[] = [];
  private checking: Checking | null = null;

  constructor(
    private readonly names: PolicyNames,
    private readonly rules: readonly RuleFacts[],
    private readonly jump: (item_id: string) => void,
  ) {}

  begin(): void {
    this.isOpen = true;
    this.unread = [];
  }

  close(): void {
    this.isOpen = false;
    this.checking?.close();
    this.checking = null;
    $('profile', HTMLElement).hidden = true;
  }

  /** Pictures of the profile that have no description; they come before the profile's answer or after it. */
  missed(unread: readonly Unread[]): void {
    this.unread.push(...unread);
  }

  async show(facts: ProfileFacts, host: string, site: string): Promise<void> {
    const state = await askSurely({ kind: 'state' });
    const again = () => void this.show(facts, host, site);
    const acts = { jump: this.jump, again };
    const seen = { facts, unread: this.unread, rules: this.rules, names: this.names, employment: state.employment };
    showProfile({ ...seen, review: null }, null, acts);
    if (facts.parts.length === 0) return;
    const review = await this.review(facts, site, state.employment);
    if (!this.isOpen) return;
    const offer = await offerFor(host, review, state);
    showProfile({ ...seen, review }, offer, acts);
    document.getElementById('profile-heading')?.focus({ preventScroll: true });
  }

  private async review(facts: ProfileFacts, site: string, employment: DraftContext['employment']): Promise<ItemReview> {
    const context = contextWith({ mode: 'personal', surface: 'profile', site, employment });
    const profile = profileText(facts.parts);
    const bio = bioOf(profile)?.part.text ?? '';
    const [whole, words] = await this.asked([
      { item_id: 'profile', text: profile.text, context },
      { item_id: 'bio', text: bio, context },
    ]);
    if (!whole) return { status: 'partial', not_checked: [], findings: [] };
    return { ...whole, findings: withFixesOf(words?.findings ?? [], whole.findings, profile) };
  }

  /** The answers in the order of the items. */
  private asked(items: readonly ScanItem[]): Promise<readonly ItemReview[]> {
    this.checking?.close();
    const reviews = new Map<string, ItemReview>();
    return new Promise((resolve) => {
      this.checking = new Checking({
        answered: (answer) => {
          reviews.set(answer.item_id, 'error' in answer ? failed(answer.error) : answer);
          if (reviews.size === items.length) resolve(items.flatMap(({ item_id }) => reviews.get(item_id) ?? []));
        },
        changed: () => undefined,
      });
      this.checking.add(items);
    });
  }
}

const failed = (why: string): ItemReview => ({
  status: 'partial',
  not_checked: [{ what: 'check', why }],
  findings: [],
});
