import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, holds, overlapOf, placeBadge, placeCard } from './place.js';

const room = { left: 0, top: 0, right: 1000, bottom: 700 };
const card = { width: 360, height: 240 };
const words = (left: number, top: number) => ({ left, top, right: left + 80, bottom: top + 20 });

describe('placeCard', () => {
  it.each([
    ['below the words when there is room', words(100, 100), { left: 100, top: 128 }],
    ['above when the words stand low', words(100, 600), { left: 100, top: 352 }],
    ['pushed in from the right edge', words(900, 100), { left: 632, top: 128 }],
    ['pushed in from the left edge', words(-40, 100), { left: 8, top: 128 }],
  ])('%s', (_, anchor, corner) => {
    expect(placeCard(anchor, card, room, false)).toMatchObject(corner);
  });

  it('ends where the words end when they run from right to left', () => {
    expect(placeCard(words(500, 100), card, room, true)).toMatchObject({ left: 220, top: 128 });
  });

  it('scrolls on the roomier side when it is too tall for both', () => {
    const tall = { ...card, height: 650 };
    expect(placeCard(words(100, 100), tall, room, false)).toEqual({ left: 100, top: 128, maxHeight: 564 });
    expect(placeCard(words(100, 600), tall, room, false)).toEqual({ left: 100, top: 8, maxHeight: 584 });
  });

  it('stands beside the words in a low window', () => {
    expect(placeCard(words(100, 150), card, { ...room, bottom: 320 }, false)).toMatchObject({ left: 188, top: 72 });
  });

  it('scrolls below the words, rather than cover them, in a window that is low and narrow', () => {
    const narrow = { left: 0, top: 0, right: 500, bottom: 400 };
    const spot = placeCard(words(200, 150), { ...card, height: 500 }, narrow, false);
    expect(spot).toEqual({ left: 132, top: 178, maxHeight: 214 });
  });

  it('is never cut off at its start, however small the window', () => {
    const small = { left: 0, top: 0, right: 300, bottom: 200 };
    expect(placeCard(words(20, 20), card, small, false)).toEqual({ left: 8, top: 8, maxHeight: 184 });
  });

  it('lies inside the window whenever it fits there', () => {
    const anchors = fc.record({
      left: fc.integer({ min: -500, max: 1500 }),
      top: fc.integer({ min: -500, max: 1500 }),
    });
    fc.assert(
      fc.property(anchors, fc.integer({ min: 20, max: 650 }), fc.boolean(), (at, height, rightToLeft) => {
        const { left, top, maxHeight } = placeCard(words(at.left, at.top), { ...card, height }, room, rightToLeft);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(left + card.width).toBeLessThanOrEqual(room.right);
        expect(top + Math.min(height, maxHeight)).toBeLessThanOrEqual(room.bottom);
      }),
    );
  });
});

describe('placeBadge', () => {
  const badge = { width: 90, height: 24 };
  const editor = { left: 100, top: 100, right: 500, bottom: 300 };
  const caret = (left: number, top: number) => ({ left, top, right: left, bottom: top + 20 });

  it('stands in the bottom corner where a line ends', () => {
    expect(placeBadge(editor, badge, room, false, null)).toEqual({ left: 406, top: 272 });
    expect(placeBadge(editor, badge, room, true, null)).toEqual({ left: 104, top: 272 });
  });

  it('is centred in a field of one line', () => {
    expect(placeBadge({ ...editor, bottom: 144 }, badge, room, false, null)).toEqual({ left: 406, top: 110 });
  });

  it('makes way for the caret: to the top, or above an editor of one line', () => {
    expect(placeBadge(editor, badge, room, false, caret(300, 275))).toEqual({ left: 406, top: 272 });
    expect(placeBadge(editor, badge, room, false, caret(380, 275))).toEqual({ left: 406, top: 104 });
    expect(placeBadge({ ...editor, bottom: 124 }, badge, room, false, caret(420, 102))).toEqual({ left: 406, top: 72 });
  });

  it('is not shown when hardly anything of the editor is', () => {
    expect(placeBadge({ ...editor, bottom: 106 }, badge, room, false, null)).toBeNull();
    expect(placeBadge({ ...editor, right: 150 }, badge, room, false, null)).toBeNull();
  });
});

describe('boxes', () => {
  it('goes around all lines of wrapped words', () => {
    expect(boxAround([words(300, 10), words(0, 30)])).toEqual({ left: 0, top: 10, right: 380, bottom: 50 });
    expect(boxAround([])).toBeNull();
  });

  it('knows what two boxes share', () => {
    expect(overlapOf(words(0, 0), words(50, 10))).toEqual({ left: 50, top: 10, right: 80, bottom: 20 });
    expect(overlapOf(words(0, 0), words(80, 0))).toBeNull();
  });

  it('counts a near miss as a hit', () => {
    expect(holds(words(0, 0), 82, 22)).toBe(true);
    expect(holds(words(0, 0), 84, 10)).toBe(false);
  });
});
