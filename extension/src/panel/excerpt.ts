/** The words in question with what stands around them, fit for a narrow panel. Pure; offsets in UTF-16. */

/** To either side, about a line and a half. */
const AROUND = 70;
const WHOLE = 180;
const LONGEST_MARK = 160;

export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Both null: the finding is about the whole text, and its beginning stands for it. */
export function excerptOf(text: string, start: number | null, end: number | null): Excerpt {
  if (start === null || end === null) return { before: shortened(text, WHOLE), marked: '', after: '' };
  return {
    before: lastOf(text.slice(0, start)),
    marked: shortened(text.slice(start, end), LONGEST_MARK),
    after: shortened(text.slice(end), AROUND),
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

function shortened(text: string, longest: number): string {
  const line = oneLine(text);
  if (line.length <= longest) return line;
  const room = line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
  const space = room.lastIndexOf(' ');
  return `${space > longest / 2 ? room.slice(0, space) : room}…`;
}

function lastOf(text: string): string {
  const line = oneLine(text);
  if (line.length <= AROUND) return line;
  const room = line.slice(-AROUND).replace(/^[\uDC00-\uDFFF]/, '');
  const space = room.indexOf(' ');
  return `…${space >= 0 && space < AROUND / 2 ? room.slice(space) : room}`;
}
