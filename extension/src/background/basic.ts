/** The check when the companion does not answer: the rules that came with the extension, run here. */
import type { Draft, NotChecked, Review } from '../model.js';
import { checked } from '../rules/check.js';
import type { Build } from '../rules/compiled.js';
import { RuleBook } from '../rules/rule_book.js';
import { setting } from '../settings.js';
import { words } from '../words.js';
import { factsOf, type PolicyFacts } from './answers.js';

/** Written by `foreword rules build`; read only when it is needed, which most workers never do. */
declare const FOREWORD_RULES: string;

let opened: RuleBook | null = null;

function book(): RuleBook {
  opened ??= new RuleBook(JSON.parse(FOREWORD_RULES) as Build);
  return opened;
}

export function basicFacts(): PolicyFacts {
  const { clauses, contacts, rules } = book().build;
  return { names: { clauses, contacts }, rules: rules.map(factsOf) };
}

/** The rules here are of one city: where the companion runs another's, they would be wrong advice. */
export async function isOurPolicy(): Promise<boolean> {
  const pack = await setting('pack');
  return pack === null || pack === book().build.pack;
}

export function basicReview(draft: Draft): Review {
  const { findings, left, isCut } = checked(draft, book());
  const { companion_only } = book().build;
  const not_checked: NotChecked[] = [];
  if (companion_only.length > 0) {
    not_checked.push({ what: 'companion', why: words('basic_left_out', themesOf(companion_only)) });
  }
  if (left.length > 0) not_checked.push({ what: 'time', why: words('basic_unfinished', themesOf(left)) });
  if (isCut) not_checked.push({ what: 'length', why: words('basic_long') });
  const { draft_id, revision } = draft;
  return { draft_id, revision, status: 'partial', not_checked, findings };
}

/** `personal-data/us-ssn`, `personal-data/phone` → `personal data`: a rule's id is the policy's own word for it. */
function themesOf(rules: readonly string[]): string {
  const themes = rules.map((id) => (id.split('/', 1)[0] as string).replaceAll('-', ' '));
  return [...new Set(themes)].join(', ');
}
