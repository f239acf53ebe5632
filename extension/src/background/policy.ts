/** The names of clauses and contacts and the rules' facts, kept while this worker lives: every page load asks for them. */
import type { PolicyNames, RuleFacts } from '../model.js';
import type { PolicyFacts } from './answers.js';
import { basicFacts } from './basic.js';
import { policyFacts } from './companion.js';

let kept: PolicyFacts | null = null;

/** Until the companion says its own, those that came with the basic rules; a failure is not remembered. */
async function facts(): Promise<PolicyFacts> {
  if (kept) return kept;
  const answer = await policyFacts();
  if (answer.ok) kept = answer.value;
  return kept ?? basicFacts();
}

export async function policy(): Promise<PolicyNames> {
  return (await facts()).names;
}

export async function ruleFacts(): Promise<readonly RuleFacts[]> {
  return (await facts()).rules;
}

export function forgetPolicy(): void {
  kept = null;
}
