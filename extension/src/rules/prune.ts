/**
 * A pattern cut down to what one text can match: choices with letters that stand nowhere in the text go. Patterns are
 * lists of thousands of phrases, and few of them share a word with a draft; what is left is small, and most often
 * nothing.
 */
import type { CharSet } from './charset.js';
import type { Letters, Node } from './pattern.js';

export interface Held {
  holds(letters: Letters): boolean;
  holdsOneOf(set: CharSet): boolean;
}

/** Matches the same places of that text as `node`; null when there can be none. */
export function pruned(node: Node, held: Held): Node | null {
  switch (node.kind) {
    case 'text':
      return held.holds(node) ? node : null;
    case 'set':
      return held.holdsOneOf(node.set) ? node : null;
    case 'row':
      return prunedRow(node, held);
    case 'choice':
      return prunedChoice(node, held);
    case 'repeat': {
      const of = pruned(node.of, held);
      if (of === node.of) return node;
      if (of === null) return node.least === 0 ? NOTHING : null;
      return { ...node, of };
    }
    case 'words': {
      const of = pruned(node.of, held);
      return of && (of === node.of ? node : { ...node, of });
    }
    default:
      return node;
  }
}

const NOTHING: Node = { kind: 'row', parts: [] };

function prunedRow(row: Extract<Node, { kind: 'row' }>, held: Held): Node | null {
  let parts: Node[] | null = null;
  for (let at = 0; at < row.parts.length; at += 1) {
    const part = row.parts[at] as Node;
    const kept = pruned(part, held);
    if (kept === null) return null;
    if (kept !== part) parts ??= row.parts.slice(0, at);
    parts?.push(kept);
  }
  return parts ? { kind: 'row', parts } : row;
}

function prunedChoice(choice: Extract<Node, { kind: 'choice' }>, held: Held): Node | null {
  const parts: Node[] = [];
  let isWhole = true;
  for (const part of choice.parts) {
    const kept = pruned(part, held);
    if (kept !== part) isWhole = false;
    if (kept !== null) parts.push(kept);
  }
  if (isWhole) return choice;
  return parts.length === 0 ? null : parts.length === 1 ? (parts[0] as Node) : { kind: 'choice', parts };
}
