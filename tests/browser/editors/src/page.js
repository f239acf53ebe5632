// What every editor's page offers the tests in the same way. `mount` puts an editor into a place and tells how to ask
// its model: {text, html}. The model is what a site would submit; html is what it would save.
import { publish } from './posts.js';

export async function show(mount) {
  const composer = document.querySelector('.composer');
  const place = composer.querySelector('.place');
  const { text, html } = await mount(place);
  composer.querySelector('.post').addEventListener('click', () => publish(text()));
  window.modelText = text;
  window.savedHtml = html;
  window.isReady = true;
}

/** An element with these attributes, in a place. */
export function put(place, tag, attributes = {}, className = '') {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.className = className;
  place.append(element);
  return element;
}

/** What a contenteditable without a framework says and saves. */
export const editable = (element) => ({ text: () => element.innerText, html: () => element.innerHTML });

export const TEXTBOX = { contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'Post text' };
