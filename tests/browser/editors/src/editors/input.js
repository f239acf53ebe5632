import { put } from '../page.js';

export const title = 'input';

export function mount(place) {
  const field = put(place, 'input', { type: 'text', 'aria-label': 'Add a comment', placeholder: 'Add a comment' });
  return { text: () => field.value, html: () => field.outerHTML + field.value };
}
