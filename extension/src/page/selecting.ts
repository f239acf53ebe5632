/** The writer's selection, as offsets of a composer's text. */
import { isField } from './editor.js';
import { read, selectionAround } from './reading.js';

/** False when there is no such place in the editor now. */
export function select(element: HTMLElement, start: number, end: number): boolean {
  if (isField(element)) {
    element.setSelectionRange(start, end);
    return true;
  }
  const range = read(element).rangeOf(start, end);
  const selection = selectionAround(element);
  if (!range || !selection) return false;
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  return true;
}

/** Keeps where the caret was when focus left: Draft.js, for one, drops its selection then, and starts at the front. */
export class CaretKeeper {
  private kept: number | null = null;
  /** Where an editor draws its words by itself, not the composer has the focus, but a field somewhere in it. */
  private focused: HTMLElement;

  constructor(
    private readonly element: HTMLElement,
    lifetime: AbortSignal,
  ) {
    this.focused = element;
    const keep = ({ target }: FocusEvent) => {
      this.kept = read(element).caret();
      if (target instanceof HTMLElement) this.focused = target;
    };
    // On the way down: before the editor hears of it.
    element.addEventListener('blur', keep, { capture: true, signal: lifetime });
  }

  giveBack(): void {
    (this.focused.isConnected ? this.focused : this.element).focus({ preventScroll: true });
    const { kept } = this;
    if (kept !== null && !isField(this.element)) select(this.element, kept, kept);
  }
}
