/** The check of one profile: what is worth a look, with wording ready to paste, and what was looked for in vain. */
import type { ProfileFacts, ProfilePart, Unread } from '../items.js';
import type { Employment, Finding, ItemReview, PolicyNames, RuleFacts } from '../model.js';
import { $, askSurely } from '../pages/page.js';
import { make, makeButton } from '../showing/element.js';
import { contactsPart, severityChip, whyPart } from '../showing/finding_parts.js';
import { icon } from '../showing/icon.js';
import { type WordsKey, words } from '../words.js';
import { type ProfileText, partOf, profileRules, profileText, withoutRepeats, wordingWith } from './profile_text.js';
import { copyInto } from './row_card.js';

export interface ProfileSeen {
  readonly facts: ProfileFacts;
  readonly unread: readonly Unread[];
  /** Null while it is being looked at, or when it could not be. */
  readonly review: ItemReview | null;
  readonly rules: readonly RuleFacts[];
  readonly names: PolicyNames;
  readonly employment: Employment | null;
}

export interface ProfileActs {
  readonly jump: (item_id: string) => void;
  /** Look again, now that the person has said something. */
  readonly again: () => void;
}

const PARTS = {
  name: 'profile_part_name',
  text: 'profile_part_text',
  picture: 'profile_part_picture',
  link: 'profile_part_link',
} as const satisfies Record<ProfilePart['kind'], WordsKey>;

/** The person need not say; they are asked again only when the panel is opened anew. */
let hasSkipped = false;

export function showProfile(seen: ProfileSeen, offer: HTMLElement | null, acts: ProfileActs): void {
  const section = $('profile', HTMLElement);
  const { facts } = seen;
  const heading = make('h2', '', facts.name ? words('profile_heading_named', facts.name) : words('profile_heading'));
  heading.id = 'profile-heading';
  heading.tabIndex = -1;
  section.hidden = false;
  if (facts.parts.length === 0) {
    section.replaceChildren(heading, make('p', '', words('profile_nothing')));
    return;
  }
  section.replaceChildren(
    heading,
    ...(seen.employment === null && !hasSkipped ? [question(acts)] : []),
    ...(offer ? [offer] : []),
    ...(seen.review ? foundPart(seen, seen.review, acts) : []),
    ...(seen.review ? finePart(seen, seen.review) : []),
    ...notCheckedPart(seen, acts),
  );
}

function question(acts: ProfileActs): HTMLElement {
  const say = (at: string, label: WordsKey, employment: Employment | null) =>
    makeButton('', at, words(label), async () => {
      hasSkipped = employment === null;
      if (employment) await askSurely({ kind: 'employment', employment });
      acts.again();
    });
  return make(
    'div',
    'state question',
    make(
      'div',
      '',
      make('p', 'what', words('profile_ask')),
      make('p', 'soft', words('profile_ask_why')),
      make(
        'div',
        'line',
        say('current', 'profile_current', 'current'),
        say('ended', 'profile_ended', 'ended'),
        say('skip', 'profile_skip', null),
      ),
    ),
  );
}

function foundPart(seen: ProfileSeen, review: ItemReview, acts: ProfileActs): HTMLElement[] {
  const findings = withoutRepeats(review.findings, seen.rules);
  if (findings.length === 0) return [];
  const profile = profileText(seen.facts.parts);
  const list = make('ul', 'rows', ...findings.map((finding) => card(finding, profile, seen, acts)));
  return [make('h3', '', words('profile_found')), list];
}

function card(finding: Finding, profile: ProfileText, { names }: ProfileSeen, acts: ProfileActs): HTMLElement {
  const place = partOf(finding, profile);
  const row = make('li', `row ${finding.severity}`);
  const where = place ? make('span', 'soft', words(PARTS[place.part.kind])) : '';
  row.append(make('div', 'row-head', severityChip(finding.severity), where), make('h4', '', finding.title));
  row.append(make('p', '', finding.message));
  for (const [at, fix] of finding.fixes.entries()) {
    const wording = wordingWith(fix, finding, profile);
    if (wording) row.append(ready(fix.label, wording, `${finding.id} ${at}`));
  }
  const why = make('details', 'explain', make('summary', '', words('panel_explain')), whyPart(finding, names));
  const contacts = contactsPart(finding.contacts, names);
  if (contacts) why.append(contacts);
  row.append(why);
  if (place) {
    const show = makeButton('', `show ${finding.id}`, words('panel_show'), () => acts.jump(place.part.item_id));
    show.setAttribute('aria-label', words('panel_show_named', finding.title));
    row.append(make('div', 'line acts', show));
  }
  return row;
}

function ready(label: string, wording: string, at: string): HTMLElement {
  const text = make('blockquote', '', wording);
  text.dir = 'auto';
  const copy = makeButton('', `copy ${at}`, words('panel_copy_text'), () => void copyInto(copy, wording));
  return make('div', 'ready', make('p', 'soft', words('profile_paste_named', label)), text, make('div', 'line', copy));
}

/** Rules made for profiles alone are the list of what a profile is looked at for; several may look for the same. */
function finePart({ rules, employment }: ProfileSeen, { findings }: ItemReview): HTMLElement[] {
  const found = new Set(findings.map(({ title }) => title));
  const titled = new Map(profileRules(rules).map((rule) => [rule.title, rule]));
  const made = [...titled.values()].filter(({ title }) => !found.has(title));
  const pending = made.filter(({ asksEmployment }) => asksEmployment && employment === null);
  const fine = made.filter((rule) => !pending.includes(rule));
  const line = (look: 'clear' | 'off', title: string, note: string) =>
    make('li', `looked is-${look}`, icon(look), make('span', '', title, note ? make('span', 'soft', ` ${note}`) : ''));
  return [
    ...(fine.length > 0
      ? [
          make('h3', '', words('profile_fine')),
          make('ul', 'looked-for', ...fine.map(({ title }) => line('clear', title, ''))),
        ]
      : []),
    ...(pending.length > 0
      ? [
          make('h3', '', words('profile_not_checked')),
          make('ul', 'looked-for', ...pending.map(({ title }) => line('off', title, `(${words('profile_pending')})`))),
        ]
      : []),
  ];
}

function notCheckedPart({ unread, review }: ProfileSeen, { jump }: ProfileActs): HTMLElement[] {
  const pictures = unread.filter(({ reason }) => reason === 'picture');
  const notes = review?.not_checked.map(({ why }) => why) ?? [];
  const count = pictures.length === 1 ? words('profile_picture_one') : words('profile_picture_many', pictures.length);
  const places = pictures.flatMap(({ item_id }) =>
    item_id ? [makeButton('link', `jump ${item_id}`, words('panel_show'), () => jump(item_id))] : [],
  );
  return [
    ...(pictures.length > 0
      ? [make('p', 'line', make('span', '', words('profile_pictures_unread', count)), ...places)]
      : []),
    ...notes.map((why) => make('p', 'soft', why)),
  ];
}
