/**
 * A long text that was pasted, and still stands in the draft. It may be somebody else's: the rules on copyright may
 * look at it. What was copied or cut from a draft on this page is the writer's own.
 */

/** Below this a paste is a name, an address or a quotation; the longest "short excerpt" of any rule is longer. */
const LONG = 300;
/** How much of its beginning has to stand in the draft for it to be there still. */
const RECOGNISED_BY = 120;

/** White space differs from editor to editor. */
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

export class Pasting {
  private pasted: string | null = null;
  private own = '';

  constructor(element: HTMLElement, lifetime: AbortSignal) {
    const options = { capture: true, passive: true, signal: lifetime };
    element.addEventListener('paste', (event) => this.take(event), options);
    for (const type of ['copy', 'cut']) element.addEventListener(type, () => this.keepOwn(element), options);
  }

  private take(event: ClipboardEvent): void {
    if (!event.isTrusted) return; // ours, when a fix is written by pasting
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length < LONG || squeezed(text) === this.own) return;
    if (text.length > (this.pasted?.length ?? 0)) this.pasted = text;
  }

  private keepOwn(element: HTMLElement): void {
    const isField = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
    const { selectionStart, selectionEnd, value } = isField
      ? element
      : { selectionStart: 0, selectionEnd: 0, value: '' };
    this.own = squeezed(
      isField ? value.slice(selectionStart ?? 0, selectionEnd ?? 0) : String(document.getSelection()),
    );
  }

  /** The pasted text, while its beginning is still in the draft. */
  standingIn(draft: string): string | null {
    if (this.pasted === null) return null;
    return squeezed(draft).includes(squeezed(this.pasted).slice(0, RECOGNISED_BY)) ? this.pasted : null;
  }

  forget(): void {
    this.pasted = null;
  }
}
