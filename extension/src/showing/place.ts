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

/** Below the words if it fits, else above, else beside them, else wherever the whole card is seen best. */
export function placeCard(anchor: Box, card: Size, room: Box, rightToLeft: boolean): Corner {
  const inner = shrink(room, MARGIN);
  const aligned = rightToLeft ? anchor.right - card.width : anchor.left;
  const left = clamp(aligned, inner.left, inner.right - card.width);
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - card.height;
  if (below + card.height <= inner.bottom) return { left, top: Math.max(below, inner.top) };
  if (above >= inner.top) return { left, top: Math.min(above, inner.bottom - card.height) };
  const top = clamp(anchor.top, inner.top, inner.bottom - card.height);
  if (anchor.right + GAP + card.width <= inner.right) return { left: anchor.right + GAP, top };
  if (anchor.left - GAP - card.width >= inner.left) return { left: anchor.left - GAP - card.width, top };
  const roomBelow = inner.bottom - below;
  const roomAbove = anchor.top - GAP - inner.top;
  return { left, top: clamp(roomBelow >= roomAbove ? below : above, inner.top, inner.bottom - card.height) };
}

/** Inside the editor, at the end of its last line; null when too little of the editor is in sight. */
export function placeBadge(seen: Box, badge: Size, room: Box, rightToLeft: boolean): Corner | null {
  const width = seen.right - seen.left;
  const height = seen.bottom - seen.top;
  if (width < badge.width || height < badge.height / 2) return null;
  const left = rightToLeft ? seen.left + INSET : seen.right - badge.width - INSET;
  const isOneLine = height < badge.height + 3 * INSET;
  const top = isOneLine ? seen.top + (height - badge.height) / 2 : seen.bottom - badge.height - INSET;
  return {
    left: clamp(left, room.left, room.right - badge.width),
    top: clamp(top, room.top, room.bottom - badge.height),
  };
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
