/** The names of clauses and contacts, kept while this worker lives: cards ask for them at every page load. */
import type { PolicyNames } from '../model.js';
import { policyNames } from './companion.js';

const NO_NAMES: PolicyNames = { clauses: {}, contacts: {} };
let kept: PolicyNames | null = null;

/** Without names a card still says everything in the finding's own words; so a failure is not remembered. */
export async function policy(): Promise<PolicyNames> {
  if (kept) return kept;
  const answer = await policyNames();
  if (answer.ok) kept = answer.value;
  return kept ?? NO_NAMES;
}

export function forgetPolicy(): void {
  kept = null;
}
