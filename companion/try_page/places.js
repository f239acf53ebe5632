/** The choices above the draft: as whom, what and where. */
import { $, element } from './element.js';

const SURFACES = {
  post: 'Post',
  comment: 'Comment',
  reply: 'Reply',
  message: 'Private message',
  email: 'E-mail',
  edit: 'Edit of a post',
  profile: 'Profile text',
  media: 'Caption of a picture',
  live: 'Live stream text',
};

let sites = [];

export function onChange(listener) {
  document.querySelector('.where').addEventListener('change', listener);
}

/** Once: a page that is paired again keeps what was chosen. */
export function showPlaces(known) {
  if (sites.length) return;
  sites = known.filter(({ id }) => id !== 'generic');
  $('surface').replaceChildren(...Object.entries(SURFACES).map(([value, label]) => element('option', { value }, label)));
  const options = sites.map(({ id, title }) => element('option', { value: id }, title));
  $('site').replaceChildren(element('option', { value: '' }, 'Any site'), ...options);
}

export function context() {
  return { mode: mode().value, surface: $('surface').value, site: $('site').value || null };
}

export function choose({ mode: chosen, surface, site }) {
  document.querySelector(`[name="mode"][value="${chosen}"]`).checked = true;
  $('surface').value = surface;
  $('site').value = sites.some(({ id }) => id === site) ? site : '';
}

/** "a personal post on Facebook" */
export function inWords() {
  const { mode: as, surface, site } = context();
  const where = sites.find(({ id }) => id === site);
  return `${as === 'official' ? 'an official' : 'a personal'} ${SURFACES[surface].toLowerCase()}${where ? ` on ${where.title}` : ''}`;
}

/** The number of characters the chosen site allows there, or null. */
export function limit() {
  const { surface, site } = context();
  const known = sites.find(({ id }) => id === site);
  return known?.surfaces.find((each) => each.surface === surface)?.limit ?? null;
}

const mode = () => document.querySelector('[name="mode"]:checked');
