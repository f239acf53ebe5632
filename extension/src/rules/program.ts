/** A pattern's tree → a list of steps, for search.ts to walk. */
import { type CharSet, has, lowered, setOf } from './charset.js';
import type { Node, Place } from './pattern.js';

/** All steps have all fields, unused ones too: objects of one shape are what the browser walks fastest. */
export interface Step {
  readonly do: 'text' | 'set' | 'at' | 'split' | 'jump' | 'save' | 'found';
  readonly codes: readonly number[];
  readonly anyCase: boolean;
  readonly set: CharSet;
  readonly place: Place;
  readonly slot: number;
  /** `split` tries `first`, and `second` when that leads nowhere; `jump` goes to `first`. */
  first: number;
  second: number;
  /** Of a split: its number among them, and what `first` begins with, where that is one letter or set. */
  readonly nth: number;
  readonly head: number | CharSet | null;
}

export interface Program {
  readonly steps: readonly Step[];
  readonly splits: number;
  /** Names of the groups that mark words, in the order in which they are asked; group n has the slots 2n and 2n + 1. */
  readonly groups: readonly string[];
  /** By ASCII code: can a match begin with it? The last entry is for all other characters. Null: it may be empty. */
  readonly begins: Uint8Array | null;
  /** Every match begins at the edge of a word. */
  readonly atEdge: boolean;
}

const BEYOND = 128;

const STEP: Step = {
  do: 'found',
  codes: [],
  anyCase: false,
  set: setOf([], []),
  place: 'start',
  slot: 0,
  first: 0,
  second: 0,
  nth: 0,
  head: null,
};

export function programOf(node: Node): Program {
  const groups = [...namesIn(node)].sort();
  const writer = new Writer(groups);
  writer.write(node);
  writer.steps.push(STEP);
  const begins = new Uint8Array(BEYOND + 1);
  const mayBeEmpty = addBeginnings(node, begins);
  const { steps, splits } = writer;
  return { steps, splits, groups, begins: mayBeEmpty ? null : begins, atEdge: beginsAtEdge(node) };
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
        this.steps.push({ ...STEP, do: 'text', codes, anyCase: node.anyCase });
        break;
      }
      case 'set':
        this.steps.push({ ...STEP, do: 'set', set: node.set });
        break;
      case 'at':
        this.steps.push({ ...STEP, do: 'at', place: node.place });
        break;
      case 'row':
        for (const part of node.parts) this.write(part);
        break;
      case 'choice':
        this.writeChoice(node.parts);
        break;
      case 'words': {
        const slot = 2 * this.groups.indexOf(node.name);
        this.steps.push({ ...STEP, do: 'save', slot });
        this.write(node.of);
        this.steps.push({ ...STEP, do: 'save', slot: slot + 1 });
        break;
      }
      case 'repeat':
        this.writeRepeat(node);
    }
  }

  private writeChoice(parts: readonly Node[]): void {
    const ends: Step[] = [];
    for (const [at, part] of parts.entries()) {
      const isLast = at === parts.length - 1;
      const split = isLast ? null : this.split(headOf(part));
      this.write(part);
      if (!split) break;
      const end: Step = { ...STEP, do: 'jump' };
      this.steps.push(end);
      ends.push(end);
      split.second = this.steps.length;
    }
    for (const end of ends) end.first = this.steps.length;
  }

  private writeRepeat({ of, least, most, isLazy }: Extract<Node, { kind: 'repeat' }>): void {
    for (let times = 0; times < least; times += 1) this.write(of);
    if (most === Infinity) {
      const to = this.steps.length;
      const loop = this.split();
      this.write(of);
      this.steps.push({ ...STEP, do: 'jump', first: to });
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

  private split(head: Step['head'] = null): Step {
    const split: Step = { ...STEP, do: 'split', first: this.steps.length + 1, nth: this.splits, head };
    this.splits += 1;
    this.steps.push(split);
    return split;
  }

  /** What a repetition does when it ends; a lazy one tries that first. */
  private leave(split: Step, isLazy: boolean): void {
    split.second = this.steps.length;
    if (isLazy) [split.first, split.second] = [split.second, split.first];
  }
}

/** The small letter, or the set, that every match begins with; null where there are several. */
function headOf(node: Node): Step['head'] {
  switch (node.kind) {
    case 'text':
      return lowered(node.text.codePointAt(0) as number);
    case 'set':
      return node.set;
    case 'row': {
      const first = node.parts.find(({ kind }) => kind !== 'at');
      return first ? headOf(first) : null;
    }
    case 'words':
      return headOf(node.of);
    case 'repeat':
      return node.least > 0 ? headOf(node.of) : null;
    default:
      return null;
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

function beginsAtEdge(node: Node): boolean {
  switch (node.kind) {
    case 'at':
      return node.place === 'edge';
    case 'row': {
      const [first] = node.parts;
      return first !== undefined && beginsAtEdge(first);
    }
    case 'choice':
      return node.parts.every(beginsAtEdge);
    case 'words':
      return beginsAtEdge(node.of);
    case 'repeat':
      return node.least > 0 && beginsAtEdge(node.of);
    default:
      return false;
  }
}
