/** A pattern's tree → a list of steps, for search.ts to walk. */
import { type CharSet, has } from './charset.js';
import type { Node, Place } from './pattern.js';

export type Step =
  | { readonly do: 'text'; readonly codes: readonly number[]; readonly anyCase: boolean }
  | { readonly do: 'set'; readonly set: CharSet }
  | { readonly do: 'at'; readonly place: Place }
  /** Tries `first`, and `second` when that leads nowhere; `nth` of its kind. */
  | { readonly do: 'split'; first: number; second: number; readonly nth: number }
  | { readonly do: 'jump'; to: number }
  | { readonly do: 'save'; readonly slot: number }
  | { readonly do: 'found' };

export interface Program {
  readonly steps: readonly Step[];
  readonly splits: number;
  /** Names of the groups that mark words, in the order in which they are asked; group n has the slots 2n and 2n + 1. */
  readonly groups: readonly string[];
  /** By ASCII code: can a match begin with it? The last entry is for all other characters. Null: it may be empty. */
  readonly begins: Uint8Array | null;
}

const BEYOND = 128;

export function programOf(node: Node): Program {
  const groups = [...namesIn(node)].sort();
  const writer = new Writer(groups);
  writer.write(node);
  writer.steps.push({ do: 'found' });
  const begins = new Uint8Array(BEYOND + 1);
  return { steps: writer.steps, splits: writer.splits, groups, begins: addBeginnings(node, begins) ? null : begins };
}

function* namesIn(node: Node): Generator<string> {
  if (node.kind === 'words') yield node.name;
  if (node.kind === 'row' || node.kind === 'choice') for (const part of node.parts) yield* namesIn(part);
  else if (node.kind === 'repeat' || node.kind === 'words') yield* namesIn(node.of);
}

class Writer {
  readonly steps: Step[] = [];
  splits = 0;

  constructor(private readonly groups: readonly string[]) {}

  write(node: Node): void {
    switch (node.kind) {
      case 'text': {
        const codes = [...node.text].map((letter) => letter.codePointAt(0) as number);
        this.steps.push({ do: 'text', codes, anyCase: node.anyCase });
        break;
      }
      case 'set':
        this.steps.push({ do: 'set', set: node.set });
        break;
      case 'at':
        this.steps.push({ do: 'at', place: node.place });
        break;
      case 'row':
        for (const part of node.parts) this.write(part);
        break;
      case 'choice':
        this.writeChoice(node.parts);
        break;
      case 'words': {
        const slot = 2 * this.groups.indexOf(node.name);
        this.steps.push({ do: 'save', slot });
        this.write(node.of);
        this.steps.push({ do: 'save', slot: slot + 1 });
        break;
      }
      case 'repeat':
        this.writeRepeat(node);
    }
  }

  private writeChoice(parts: readonly Node[]): void {
    const ends: Extract<Step, { do: 'jump' }>[] = [];
    for (const [at, part] of parts.entries()) {
      const isLast = at === parts.length - 1;
      const split = isLast ? null : this.split();
      this.write(part);
      if (!split) break;
      const end: Step = { do: 'jump', to: 0 };
      this.steps.push(end);
      ends.push(end);
      split.second = this.steps.length;
    }
    for (const end of ends) end.to = this.steps.length;
  }

  private writeRepeat({ of, least, most, isLazy }: Extract<Node, { kind: 'repeat' }>): void {
    for (let times = 0; times < least; times += 1) this.write(of);
    if (most === Infinity) {
      const to = this.steps.length;
      const loop = this.split();
      this.write(of);
      this.steps.push({ do: 'jump', to });
      this.leave(loop, isLazy);
      return;
    }
    const exits = [];
    for (let times = least; times < most; times += 1) {
      exits.push(this.split());
      this.write(of);
    }
    for (const exit of exits) this.leave(exit, isLazy);
  }

  private split(): Extract<Step, { do: 'split' }> {
    const split: Step = { do: 'split', first: this.steps.length + 1, second: 0, nth: this.splits };
    this.splits += 1;
    this.steps.push(split);
    return split;
  }

  /** What a repetition does when it ends; a lazy one tries that first. */
  private leave(split: Extract<Step, { do: 'split' }>, isLazy: boolean): void {
    split.second = this.steps.length;
    if (isLazy) [split.first, split.second] = [split.second, split.first];
  }
}

/** Whether the node can match without a character; what it can begin with is added to `into`. */
function addBeginnings(node: Node, into: Uint8Array): boolean {
  switch (node.kind) {
    case 'text': {
      const code = node.text.codePointAt(0) as number;
      into[Math.min(code, BEYOND)] = 1;
      if (node.anyCase) {
        const other = node.text[0]?.toUpperCase().codePointAt(0) ?? code;
        into[Math.min(other, BEYOND)] = 1;
        into[BEYOND] = 1; // a letter beyond ASCII may have this one as its small form
      }
      return false;
    }
    case 'set':
      for (let code = 0; code < BEYOND; code += 1) if (has(node.set, code)) into[code] = 1;
      into[BEYOND] = 1;
      return false;
    case 'at':
      return true;
    case 'row':
      return node.parts.every((part) => addBeginnings(part, into));
    case 'choice':
      return node.parts.map((part) => addBeginnings(part, into)).some(Boolean);
    case 'words':
      return addBeginnings(node.of, into);
    case 'repeat': {
      const mayBeEmpty = addBeginnings(node.of, into);
      return mayBeEmpty || node.least === 0;
    }
  }
}
