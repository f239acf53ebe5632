/** A piece of a page as it was found: which elements say it, and what of them is not part of it. */
import type { Item, Unread } from '../items.js';
import { type Prose, proseOf } from './prose.js';

export interface Passage {
  readonly elements: readonly Element[];
  readonly isLeftOut: (element: Element) => boolean;
  readonly item: Omit<Item, 'item_id' | 'text' | 'own'>;
  /** Text that no node holds: a picture's alternative text. */
  readonly words: string | null;
  /** The part of the elements that was selected. */
  readonly clip: Range | null;
}

export const readAll = ({ elements, isLeftOut, clip }: Passage): Prose =>
  proseOf(elements, isLeftOut, clip ?? undefined);

/** Something that is there and cannot be read. */
export interface Gap {
  readonly reason: Unread['reason'];
  readonly element: Element | null;
  readonly about: string;
}

export interface Found {
  readonly passages: readonly Passage[];
  readonly gaps: readonly Gap[];
}
