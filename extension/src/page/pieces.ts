/**
 * The arithmetic of reading an editor: a walk's pieces become one text and, in the same pass, a map from the text
 * back to where each run of it stands. Pure; all offsets are UTF-16 code units. `S` is a piece's source (a node).
 */

export type Spaces = 'keep' | 'collapse' | 'lines';

export type Piece<S> =
  /** Characters of a text node. `spaces` as CSS has it: kept, collapsed, or collapsed but for newlines. */
  | { readonly kind: 'text'; readonly source: S; readonly text: string; readonly spaces: Spaces }
  /** One thing that stands for some text but has no characters of its own: an emoji image. */
  | { readonly kind: 'atom'; readonly source: S; readonly text: string }
  /** A <br>. */
  | { readonly kind: 'break'; readonly source: S }
  /** A block begins or ends here. */
  | { readonly kind: 'block' };

/** text[start, start+length) is source[offset, offset+length); an atom or a break is one whole, its offset is 0. */
export interface Run<S> {
  readonly start: number;
  readonly length: number;
  readonly source: S;
  readonly offset: number;
  readonly whole: boolean;
}

export interface Assembled<S> {
  readonly text: string;
  /** In the order of the text, not overlapping; gaps between them are the line ends of blocks. */
  readonly runs: readonly Run<S>[];
}

/** Between two characters of the editor: before or after a whole, or at an offset in a source's text. */
export interface Place<S> {
  readonly source: S;
  readonly at: number | 'before' | 'after';
}

export function assemble<S>(pieces: Iterable<Piece<S>>): Assembled<S> {
  const assembly = new Assembly<S>();
  for (const piece of pieces) {
    if (piece.kind === 'block') assembly.block();
    else if (piece.kind === 'break') assembly.lineBreak(piece.source);
    else if (piece.kind === 'atom') assembly.whole(piece.source, piece.text);
    else if (piece.spaces === 'keep') assembly.characters(piece.source, 0, piece.text);
    else assembly.collapsed(piece.source, piece.text, piece.spaces === 'lines');
  }
  return assembly.end();
}

const SPACES = /[ \t\n\r\f]+/g;
/** Word joiners and zero-width no-break spaces: editors put them where a caret needs a place, and take them away again. */
const FILLERS = /[\u2060\ufeff]+/g;

class Assembly<S> {
  private text = '';
  private readonly runs: Run<S>[] = [];
  /** A block ended: its line end is written only when something follows. */
  private owesLine = false;
  /** A collapsed space: written only when something follows on the same line. */
  private owedSpace: { readonly source: S; readonly offset: number } | null = null;
  private endsInBreak = false;

  block(): void {
    this.owedSpace = null;
    // A <br> right before a block's end or beginning does the work of that line end: it adds none of its own.
    if (this.text !== '' && !this.endsInBreak) this.owesLine = true;
  }

  lineBreak(source: S): void {
    this.owedSpace = null;
    this.whole(source, '\n');
    this.endsInBreak = true;
  }

  whole(source: S, text: string): void {
    this.pay();
    this.add(source, 0, text, true);
  }

  characters(source: S, offset: number, text: string): void {
    let from = 0;
    for (const { 0: fillers, index } of text.matchAll(FILLERS)) {
      this.written(source, offset + from, text.slice(from, index));
      from = index + fillers.length;
    }
    this.written(source, offset + from, text.slice(from));
  }

  private written(source: S, offset: number, text: string): void {
    if (text === '') return;
    this.pay();
    this.add(source, offset, text, false);
  }

  collapsed(source: S, text: string, keepsLines: boolean): void {
    let from = 0;
    for (const { 0: spaces, index } of text.matchAll(SPACES)) {
      this.characters(source, from, text.slice(from, index));
      from = index + spaces.length;
      if (keepsLines && spaces.includes('\n')) this.onlyLines(source, index, spaces);
      else if (!this.isAtLineStart()) this.owedSpace ??= { source, offset: index };
    }
    this.characters(source, from, text.slice(from));
  }

  private onlyLines(source: S, index: number, spaces: string): void {
    this.owedSpace = null;
    for (const [at, character] of [...spaces].entries()) {
      if (character === '\n') this.characters(source, index + at, '\n');
    }
  }

  private isAtLineStart(): boolean {
    return this.owesLine || this.text === '' || this.text.endsWith('\n');
  }

  /** Something follows: what was owed is written before it. */
  private pay(): void {
    const space = this.owedSpace;
    if (this.owesLine) this.text += '\n';
    this.owesLine = false;
    this.owedSpace = null;
    if (space) this.add(space.source, space.offset, ' ', false);
  }

  private add(source: S, offset: number, text: string, whole: boolean): void {
    this.runs.push({ start: this.text.length, length: text.length, source, offset, whole });
    this.text += text;
    this.endsInBreak = false;
  }

  /** The last <br> of an editor only keeps its line open: it is no newline, but a caret can stand before it. */
  end(): Assembled<S> {
    const last = this.runs.at(-1);
    if (!this.endsInBreak || !last) return { text: this.text, runs: this.runs };
    return { text: this.text.slice(0, -1), runs: [...this.runs.slice(0, -1), { ...last, length: 0 }] };
  }
}

const endOf = <S>(run: Run<S>) => run.start + run.length;
const before = <S>(run: Run<S>): Place<S> => ({ source: run.source, at: run.whole ? 'before' : run.offset });
const after = <S>(run: Run<S>): Place<S> => ({ source: run.source, at: run.whole ? 'after' : run.offset + run.length });

/** Where the character at `start` begins; after the last one, where the text ends. Null in an empty editor. */
export function placeOfStart<S>({ runs }: Assembled<S>, start: number): Place<S> | null {
  const run = runs.find((each) => start < endOf(each));
  if (run && start > run.start && !run.whole) return { source: run.source, at: run.offset + start - run.start };
  if (run && start >= run.start) return before(run);
  const previous = runs.findLast((each) => endOf(each) <= start); // `start` is a block's line end
  return previous ? after(previous) : null;
}

/** Where the character before `end` ends. Also the place of a caret: what is typed goes on where the last stood. */
export function placeOfEnd<S>({ runs }: Assembled<S>, end: number): Place<S> | null {
  const run = runs.findLast((each) => each.start < end);
  if (run && end < endOf(run) && !run.whole) return { source: run.source, at: run.offset + end - run.start };
  if (run && end <= endOf(run)) return after(run);
  const next = runs.find((each) => each.start >= end); // `end` is behind a block's line end
  if (next) return before(next);
  return run ? after(run) : null;
}

/** The text offset of a place inside one source's characters; null when the walk read nothing there. */
export function offsetIn<S>({ runs }: Assembled<S>, source: S, at: number): number | null {
  const own = runs.filter((run) => run.source === source && !run.whole);
  const [first] = own;
  if (!first) return null;
  const run = own.findLast((each) => each.offset <= at) ?? first;
  return run.start + Math.min(Math.max(at - run.offset, 0), run.length);
}
