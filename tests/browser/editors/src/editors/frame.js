// A composer in a frame of the same origin that has no address of its own.
import { editable, put } from '../page.js';

export const title = 'contenteditable in a frame';

export async function mount(place) {
  const frame = put(place, 'iframe', { title: 'Composer' });
  const inside = '<!doctype html><html lang="en"><title>Composer</title><div id="box" contenteditable="true" role="textbox" aria-label="Post text" style="min-height: 120px"></div></html>';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = inside;
  await loaded;
  return editable(frame.contentDocument.querySelector('#box'));
}
