import { editor } from 'monaco-editor/editor/editor.api.js';
import { put } from '../page.js';

export const title = 'Monaco';

self.MonacoEnvironment = { getWorker: () => new Promise(() => undefined) }; // no language, no worker

/** `?editContext`: without any field; the browser gives it the keys through its EditContext. */
export function mount(place) {
  const parent = put(place, 'div', { style: 'height: 120px' }, 'box');
  const editContext = new URLSearchParams(location.search).has('editContext');
  const made = editor.create(parent, { language: 'plaintext', minimap: { enabled: false }, editContext });
  return { text: () => made.getValue(), html: () => made.getValue() };
}
