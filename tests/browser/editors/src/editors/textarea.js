import { put } from '../page.js';

export const title = 'textarea';

export function mount(place) {
  const field = put(place, 'textarea', { 'aria-label': 'Post text' });
  return { text: () => field.value, html: () => field.outerHTML + field.value };
}
