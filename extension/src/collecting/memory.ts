/** What was handed over in this scan: where it stands, and that nothing is told twice when a list draws it anew. */
import { type Passage, readAll } from './passage.js';
import type { Prose } from './prose.js';

interface Kept {
  readonly elements: readonly WeakRef<Element>[];
  readonly passage: Omit<Passage, 'elements'>;
  readonly text: string;
}

export class Memory {
  private readonly kept = new Map<string, Kept>();
  /** Key of a text → its id. A list that draws its rows anew shows the same text in other elements. */
  private readonly ids = new Map<string, string>();

  get size(): number {
    return this.kept.size;
  }

  /** The id of a text that was not told before; null for one that was, whose place is then the newer one. */
  keep(passage: Passage, text: string): string | null {
    const key = JSON.stringify([passage.item.kind, passage.item.author, passage.item.permalink, text]);
    const known = this.ids.get(key);
    const id = known ?? `i${this.kept.size + 1}`;
    const { elements, ...rest } = passage;
    this.kept.set(id, { elements: elements.map((each) => new WeakRef(each)), passage: rest, text });
    this.ids.set(key, id);
    return known === undefined ? id : null;
  }

  /** Where a text stands now; null when the page no longer has it, or says something else there. */
  find(id: string): { readonly elements: readonly Element[]; readonly prose: Prose | null } | null {
    const kept = this.kept.get(id);
    const elements = kept?.elements.map((each) => each.deref()) ?? [];
    if (!kept || !elements.every((each): each is Element => each?.isConnected ?? false)) return null;
    const { passage, text } = kept;
    if (passage.words !== null) return { elements, prose: null };
    const prose = readAll({ ...passage, elements });
    return prose.text.startsWith(text) ? { elements, prose } : null;
  }

  clear(): void {
    this.kept.clear();
    this.ids.clear();
  }
}
