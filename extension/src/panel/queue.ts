/** Which items go into the next request. Pure; sizes as the companion takes them (docs/api.md). */
import type { ScanItem } from '../model.js';

/** Of the companion's 200: a smaller batch is answered sooner when the scan is stopped and begun anew. */
const MOST_ITEMS = 50;
/** Of the companion's 1,000,000 for a body: room for the context of each item. In bytes. */
const MOST_BYTES = 900_000;

/** An item without its text; the longest part is a profile's text, which every own item brings along. */
const CONTEXT_BYTES = 1_000;
const encoder = new TextEncoder();

/** How many of the first items fit into one request; at least one, since no item alone is too large. */
export function batchSize(items: readonly Pick<ScanItem, 'text'>[]): number {
  let bytes = 0;
  for (const [at, { text }] of items.slice(0, MOST_ITEMS).entries()) {
    bytes += encoder.encode(JSON.stringify(text)).length + CONTEXT_BYTES;
    if (bytes > MOST_BYTES) return Math.max(at, 1);
  }
  return Math.min(items.length, MOST_ITEMS);
}
