/** What both ways of marking words can do: highlights in an editor, the mirror over a field. */
import type { Finding } from '../model.js';
import type { Box } from './place.js';
import type { View } from './showing.js';

export interface Marks {
  /** Mark these findings' words, and those of the open card. */
  draw(view: View, currentId: string | null): void;
  /** The composer moved, scrolled or changed its looks; `seen` is what is visible of it. */
  place(seen: Box | null): void;
  /** The lines its words stand on, in the viewport; none when it is about the whole text or out of date. */
  boxesOf(finding: Finding): readonly Box[];
  /** Does the caret (no selection) stand in its words? */
  holdsCaret(finding: Finding): boolean;
  /** Where the caret is drawn, if it stands in this composer. */
  caretBox(): Box | null;
  clear(): void;
}
