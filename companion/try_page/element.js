/** Elements without markup from strings: text is always text. */

/** @param {string} tag @param {Record<string, unknown>} properties @param {...(Node | string)} children */
export function element(tag, properties = {}, ...children) {
  const { data = {}, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  Object.assign(made.dataset, data);
  made.append(...children);
  return made;
}

/** The element of this id, which the page always has. */
export function $(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
