// An editor three open shadow roots down.
import { editable, put, TEXTBOX } from '../page.js';

export const title = 'contenteditable in nested shadow roots';

export function mount(place) {
  const inner = [1, 2, 3].reduce((within) => put(within, 'div').attachShadow({ mode: 'open' }), place);
  return editable(put(inner, 'div', { ...TEXTBOX, style: 'min-height: 110px; border: 1px solid #b9c1cc; padding: 8px' }));
}
