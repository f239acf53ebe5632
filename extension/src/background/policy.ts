/** The names of clauses and contacts, kept while this worker lives: cards ask for them at every page load. */
import type { PolicyNames } from '../model.js';
import { basicNames } from './basic.js';
import { policyNames } from './companion.js';

let kept: PolicyNames | null = null;

/** Until the companion says its names, those that came with the basic rules; a failure is not remembered. */
export async function policy(): Promise<PolicyNames> {
  if (kept) return kept;
  const answer = await policyNames();
  if (answer.ok) kept = answer.value;
  return kept ?? basicNames();
}

export function forgetPolicy(): void {
  kept = null;
}
