/** What the card can show: a finding, what was just ignored, or what the badge's word means. */
import type { BadgeState, Finding, Fix } from '../model.js';
import { type WordsKey, words } from '../words.js';
import { make, makeButton, named } from './element.js';
import {
  basicPart,
  citizenPart,
  contactsPart,
  copyOffer,
  fixButtons,
  quoted,
  type Refused,
  severityChip,
  whyPart,
} from './finding_parts.js';
import { icon } from './icon.js';
import type { IgnoredScope, View } from './showing.js';

export interface CardActs {
  readonly fix: (fix: Fix) => void;
  readonly copy: (fix: Fix) => void;
  readonly ignore: (scope: IgnoredScope) => void;
  readonly undo: () => void;
  readonly bringBack: () => void;
  readonly step: (by: 1 | -1) => void;
  readonly close: () => void;
  readonly options: () => void;
}

export interface FindingFace {
  readonly finding: Finding;
  readonly view: View;
  readonly busy: boolean;
  readonly refused: Refused | null;
  /** Said above the rest: what just happened. */
  readonly news: string;
}

export function findingFace({ finding, view, busy, refused, news }: FindingFace, acts: CardActs): Node[] {
  const at = view.findings.findIndex(({ id }) => id === finding.id);
  const { text } = view.drawable;
  const children: (Node | null)[] = [
    headPart(severityChip(finding.severity), acts, at < 0 ? null : { at, of: view.findings.length }),
    news ? make('p', 'news', icon('clear'), news) : null,
    titled(finding.title),
    quoted(text, finding),
    described(finding.message),
    citizenPart(finding),
    fixButtons({ text, finding, busy, press: acts.fix }),
    refused ? copyOffer(refused, 'copy', () => acts.copy(refused.fix)) : null,
    whyPart(finding, view.policy),
    contactsPart(finding.contacts, view.policy),
    basicPart(view.badge),
    ignorePart(finding, view, acts),
  ];
  return children.filter((child) => child !== null);
}

function ignorePart(finding: Finding, { ignored }: View, acts: CardActs): HTMLElement {
  const part = make('div', 'ignore');
  part.append(makeButton('link', 'ignore draft', words('ignore_draft'), () => acts.ignore('draft')));
  if (finding.start !== null) {
    part.append(makeButton('link', 'ignore phrase', words('ignore_phrase'), () => acts.ignore('phrase')));
  }
  part.append(makeButton('link', 'ignore rule', words('ignore_rule'), () => acts.ignore('rule')));
  part.append(...bringBack('link', ignored, acts));
  return part;
}

function bringBack(look: 'link' | 'plain', ignored: number, acts: CardActs): HTMLElement[] {
  return ignored > 0 ? [makeButton(look, 'bring back', words('bring_back', ignored), acts.bringBack)] : [];
}

const IGNORED = { draft: 'ignored_draft', phrase: 'ignored_phrase', rule: 'ignored_rule' } as const satisfies Record<
  IgnoredScope,
  WordsKey
>;

export const ignoredWords = (scope: IgnoredScope) => words(IGNORED[scope]);

export function ignoredFace(finding: Finding, scope: IgnoredScope, left: number, acts: CardActs): Node[] {
  const undo = makeButton('plain', 'undo', words('undo'), acts.undo);
  return [
    headPart(make('span', 'chip info', icon('clear'), words('ignored')), acts, null),
    titled(finding.title),
    described(ignoredWords(scope)),
    make('div', 'row', undo, ...(left > 0 ? [nextButton(acts)] : [])),
  ];
}

const STATES = {
  checking: { look: 'checking', title: 'badge_checking', text: 'state_checking' },
  clear: { look: 'clear', title: 'state_clear_title', text: 'state_clear' },
  basic: { look: 'off', title: 'badge_basic', text: 'state_basic' },
  'not-checked': { look: 'off', title: 'badge_not_checked', text: 'state_not_checked' },
  findings: { look: 'clear', title: 'state_none_left_title', text: 'state_none_left' },
} as const satisfies Record<BadgeState['kind'], { look: string; title: WordsKey; text: WordsKey }>;

export function stateFace({ badge, findings, ignored }: View, acts: CardActs): Node[] {
  const isDoneWith = badge.kind === 'clear' && ignored > 0; // ignored is not the same as nothing found
  const { look, title, text } = STATES[isDoneWith ? 'findings' : badge.kind];
  const why = badge.kind === 'not-checked' || badge.kind === 'basic' ? badge.why : null;
  return [
    headPart(make('span', 'chip info', icon(look), words('extension_name')), acts, null),
    titled(words(title)),
    ...(why ? [described(why), make('p', 'soft', words(text))] : [described(words(text))]),
    make(
      'div',
      'row',
      ...(why ? [optionsButton(acts)] : []),
      ...(findings.length > 0 ? [nextButton(acts)] : []),
      ...bringBack('plain', ignored, acts),
    ),
  ];
}

const nextButton = (acts: CardActs) => makeButton('plain', 'next', words('card_next'), () => acts.step(1));
const optionsButton = (acts: CardActs) => makeButton('plain', 'options', words('open_options'), acts.options);

interface Place {
  readonly at: number;
  readonly of: number;
}

function headPart(chip: HTMLElement, acts: CardActs, place: Place | null): HTMLElement {
  const head = make('div', 'head', chip, make('span', 'spring'));
  if (place && place.of > 1) {
    head.append(
      named(
        makeButton('tool', 'previous', icon('previous'), () => acts.step(-1)),
        words('card_previous'),
      ),
      make('span', 'count', words('card_n_of', place.at + 1, place.of)),
      named(
        makeButton('tool', 'next', icon('next'), () => acts.step(1)),
        words('card_next'),
      ),
    );
  }
  head.append(named(makeButton('tool', 'close', icon('close'), acts.close), words('card_close')));
  return head;
}

function titled(title: string): HTMLElement {
  const heading = make('h2', '', title);
  heading.id = 'card-title';
  return heading;
}

function described(text: string): HTMLElement {
  const paragraph = make('p', 'message', text);
  paragraph.id = 'card-message';
  return paragraph;
}
