/** What the person selected: the selected part of each item it touches, or else the selected words as one text. */
import type { Feed } from '../items.js';
import type { Passage } from './passage.js';
import { closestOf, type Root } from './roots.js';
import { allOf, Part } from './selecting.js';
import { FURNITURE } from './visible.js';

export function selectedPassages(feed: Feed, roots: readonly Root[]): Passage[] {
  return roots.flatMap((root) => {
    const selection = 'getSelection' in root ? (root as Document).getSelection() : null;
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
    return [passageOf(selection.getRangeAt(0), feed, roots)];
  });
}

function passageOf(clip: Range, feed: Feed, roots: readonly Root[]): Passage {
  const { commonAncestorContainer: common } = clip;
  const around = common.nodeType === Node.ELEMENT_NODE ? (common as Element) : (common.parentElement as Element);
  const items = new Set(allOf(roots, feed.item));
  const holder = closestOf(around, (each) => items.has(each));
  const part = holder ? new Part(holder, (each) => items.has(each)) : null;
  return {
    elements: [around],
    isLeftOut: (each) => each !== around && each.matches(FURNITURE),
    item: {
      surface: 'post',
      author: part?.valueOf(feed.author)?.value.replace(/\s+/g, ' ') ?? null,
      time: part?.valueOf(feed.time)?.value ?? null,
      permalink: null,
      kind: 'text',
    },
    words: null,
    // A copy: the person may click elsewhere, and the page's selection with it.
    clip: clip.cloneRange(),
  };
}
