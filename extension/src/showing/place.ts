/** Where the badge and the card stand. Pure: boxes in, a corner out; all in CSS pixels of the viewport. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Corner {
  readonly left: number;
  readonly top: number;
}

/** Between the words and the card: close enough to belong to them, far enough to leave the underline visible. */
const GAP = 8;
/** Kept free at the window's edges. */
const MARGIN = 8;
/** Between the badge and the editor's own edge. */
const INSET = 4;
/** Room for the word being written, before the caret meets the badge. */
const NEXT_WORD = 40;
/** A card this tall shows what it is about and what to do, and scrolls for the rest. */
const ENOUGH = 260;
/** Less than this is not worth leaving the words uncovered for. */
const LEAST = 160;

/** A corner, and how tall the card may be there before it has to scroll. */
export interface Spot extends Corner {
  readonly maxHeight: number;
}

/** Below the words if it fits, else above, else on the roomier of the two, scrolling; in a low window beside them, if it fits there. */
export function placeCard(anchor: Box, card: Size, room: Box, rightToLeft: boolean): Spot {
  const inner = shrink(room, MARGIN);
  const aligned = rightToLeft ? anchor.right - card.width : anchor.left;
  const left = clamp(aligned, inner.left, inner.right - card.width);
  const below = clamp(anchor.bottom + GAP, inner.top, inner.bottom);
  const above = clamp(anchor.top - GAP, inner.top, inner.bottom);
  const roomBelow = inner.bottom - below;
  const roomAbove = above - inner.top;
  const isBelow = card.height <= roomBelow || (card.height > roomAbove && roomBelow >= roomAbove);
  const maxHeight = isBelow ? roomBelow : roomAbove;
  const height = Math.min(card.height, maxHeight);
  const onItsSide = { left, top: isBelow ? below : above - height, maxHeight };
  if (height === card.height || height >= ENOUGH) return onItsSide;
  const top = clamp(anchor.top, inner.top, inner.bottom - card.height);
  const beside = besideOf(anchor, card, inner);
  if (beside === null && height >= LEAST) return onItsSide;
  return { left: beside ?? left, top, maxHeight: inner.bottom - inner.top };
}

/** The left edge of a card after or before the words; null where neither has room. */
function besideOf(anchor: Box, card: Size, inner: Box): number | null {
  const after = anchor.right + GAP;
  const before = anchor.left - GAP - card.width;
  if (after + card.width <= inner.right) return after;
  return before >= inner.left ? before : null;
}

/**
 * Inside the editor, at the end of its last line; out of the way of the caret, so that nobody writes under it.
 * null when too little of the editor is in sight.
 */
export function placeBadge(seen: Box, badge: Size, room: Box, rightToLeft: boolean, caret: Box | null): Corner | null {
  const width = seen.right - seen.left;
  const height = seen.bottom - seen.top;
  if (width < badge.width || height < badge.height / 2) return null;
  const left = clamp(
    rightToLeft ? seen.left + INSET : seen.right - badge.width - INSET,
    room.left,
    room.right - badge.width,
  );
  const isOneLine = height < 2 * badge.height;
  const low = isOneLine ? seen.top + (height - badge.height) / 2 : seen.bottom - badge.height - INSET;
  const tops = [low, seen.top + INSET, seen.top - badge.height - INSET].map((top) =>
    clamp(top, room.top, room.bottom - badge.height),
  );
  const isFree = (top: number) =>
    caret === null ||
    caret.bottom <= top ||
    caret.top >= top + badge.height ||
    caret.right + NEXT_WORD <= left ||
    caret.left - NEXT_WORD >= left + badge.width;
  return { left, top: tops.find(isFree) ?? low };
}

/** The box around all of these; null around none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** What both cover; null when they do not touch. */
export function overlapOf(one: Box, other: Box): Box | null {
  const left = Math.max(one.left, other.left);
  const top = Math.max(one.top, other.top);
  const right = Math.min(one.right, other.right);
  const bottom = Math.min(one.bottom, other.bottom);
  return left < right && top < bottom ? { left, top, right, bottom } : null;
}

/** A pointer is coarse and an underline thin: a few pixels around the words count as the words. */
export function holds(box: Box, x: number, y: number, slack = 3): boolean {
  return x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack;
}

function shrink(box: Box, by: number): Box {
  return { left: box.left + by, top: box.top + by, right: box.right - by, bottom: box.bottom - by };
}

/** The lower bound wins when both cannot hold: a card larger than the room starts at its start and scrolls. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
