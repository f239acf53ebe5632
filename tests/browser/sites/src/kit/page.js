// What every imitation shares: its markup and looks, the list of what it published, and each composer's model.
import common from './common.css';

/** Fills the page; `css` comes after the common looks. */
export function page(css, html) {
  const style = document.createElement('style');
  style.textContent = common + css;
  document.head.append(style);
  const holder = document.createElement('div');
  holder.innerHTML = html;
  document.currentScript?.before(...holder.childNodes);
  const published = document.createElement('ul');
  published.id = 'published';
  published.setAttribute('aria-label', 'Published');
  (document.querySelector('main') ?? document.body).append(published);
}

/** What the imitated site published, for people to see and tests to read. */
export function publish(text) {
  const item = document.createElement('li');
  item.className = 'published';
  item.textContent = text;
  document.querySelector('#published').append(item);
}

window.models = {};

/**
 * Wires a composer as sites do: `make(post)` builds its editor, `post` is what its button and its keys do.
 * `modelText(name)` is the model, which is what would be submitted; tests compare it with the screen.
 */
export function composer(name, button, make) {
  const post = () => {
    const text = model.text();
    if (text.trim() === '') return;
    publish(text);
    model.clear();
  };
  const model = make(post);
  window.models[name] = model;
  button?.addEventListener('click', () => button.getAttribute('aria-disabled') === 'true' || post());
  model.changed((text) => {
    if (button?.hasAttribute('aria-disabled')) button.setAttribute('aria-disabled', String(text.trim() === ''));
  });
  return model;
}

window.modelText = (name) => window.models[name].text();

export const $ = (css, root = document) => root.querySelector(css);
