/** The patterns of a build, each read when it is first asked for, and where they match in a text. */
import { after, before, isLetter, isLetterOrDigit } from './characters.js';
import { type Node, parse } from './pattern.js';
import { type Program, programOf } from './program.js';
import { pruned } from './prune.js';
import { type Found, Search } from './search.js';
import type { Place, Subject } from './subject.js';

export class Patterns {
  private readonly nodes = new Map<number, Node>();

  constructor(
    private readonly sources: readonly string[],
    private readonly masks: string,
  ) {}

  /** Every place that one of these marks, in order of the patterns. */
  marked(numbers: readonly number[], subject: Subject, isDisguised: boolean): Place[] {
    return numbers.flatMap((number) => {
      // A pattern is either one of a disguised lexicon or not, so its number says it all.
      const spans = subject.marked.get(number) ?? this.markedBy(number, subject, isDisguised);
      subject.marked.set(number, spans);
      return spans;
    });
  }

  /** The first match; of several at its place the longest. */
  longest(number: number, subject: Subject): Found | null {
    const program = this.program(number, subject);
    return program && new Search(program, subject, { longest: true }).next(0);
  }

  private markedBy(number: number, subject: Subject, isDisguised: boolean): Place[] {
    const program = this.program(number, subject);
    const spans: Place[] = [];
    if (!program) return spans;
    const search = new Search(program, subject, { longest: isDisguised });
    let from = 0;
    for (let match = search.next(from); match; match = search.next(from)) {
      const found = isDisguised ? this.standingAlone(program, subject, match) : match;
      if (found && found.words[1] > found.words[0]) {
        spans.push(found.words);
        from = Math.max(found.end, from + 1);
      } else from = match.start + 1;
    }
    return spans;
  }

  /** The longest match here that stands alone: in `i d i o t sat`, the plural `i d i o t s` does not. */
  private standingAlone(program: Program, subject: Subject, match: Found): Found | null {
    let found: Found | null = match;
    while (found && !this.isAWord(subject.text, found)) {
      const limit: number = found.end - before(subject.text, found.end).length;
      found = new Search(program, subject, { longest: true, hereOnly: true, limit }).next(match.start);
    }
    return found;
  }

  /** A disguise stands alone and has letters enough: `455` is a number, `@assessor` a name, `a$$` and `f***` words. */
  private isAWord(text: string, { start, end }: Found): boolean {
    const found = [...text.slice(start, end)];
    const [left, right] = [before(text, start), after(text, end)];
    if (isLetterOrDigit(left) || isLetterOrDigit(right) || ['@', '/', '_'].includes(left) || right === '_')
      return false;
    if (found[0] === '@' && found[1]?.toLowerCase() === 'a') return false;
    if (right !== '' && found.at(-1) === right && this.masks.includes(right)) return false; // half of `f***ing` is no word
    const letters = found.filter(isLetter).length;
    return letters >= 2 || letters > found.filter((each) => /\p{Nd}/u.test(each)).length;
  }

  /** Cut down to this text; null when it cannot match there. */
  private program(number: number, subject: Subject): Program | null {
    let node = this.nodes.get(number);
    if (!node) {
      node = parse(this.sources[number] as string);
      this.nodes.set(number, node);
    }
    const rest = pruned(node, subject);
    return rest && programOf(rest);
  }
}
