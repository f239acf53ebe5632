import { put } from '../page.js';

export const title = 'textarea in a shadow root';

export function mount(place) {
  const root = put(place, 'div').attachShadow({ mode: 'open' });
  const field = put(root, 'textarea', { 'aria-label': 'Post text', style: 'width: 100%; height: 110px; font: 16px/1.5 serif' });
  return { text: () => field.value, html: () => field.outerHTML + field.value };
}
