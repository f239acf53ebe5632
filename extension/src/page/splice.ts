/** The arithmetic of one replacement. Pure; UTF-16. */

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

export function replaced(text: string, { start, end, replacement }: Span): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** The caret stays at the words it was at; one that stood inside what was replaced goes behind the new words. */
export function caretAfter(caret: number, { start, end, replacement }: Span): number {
  if (caret <= start && start !== end) return caret;
  if (caret < start) return caret;
  if (caret <= end) return start === end ? caret : start + replacement.length;
  return caret + replacement.length - (end - start);
}

/** As a writer sees it: editors put a no-break space where a space would collapse, and fillers where nothing stands. */
export function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text
    .replace(/\u00a0/g, ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\n+$/, '');
}
