/** “Go live”: what starts a broadcast is asked about before it starts, whether or not there are words to it. */
import type { Site, SiteSurface } from '../site.js';
import { COMPOSERS, type Composer, composerFor } from './composer.js';
import type { Desk } from './desk.js';
import { distanceBetween } from './lookup.js';
import type { Writing } from './writing.js';

/** The nearest composer gives it its words, be they none; on a page without any, the button stands for itself. */
export function broadcastOf(control: HTMLElement, desk: Desk): Writing {
  const onPage = [...document.querySelectorAll<HTMLElement>(COMPOSERS)].flatMap(
    (element) => composerFor(element, desk.site) ?? [],
  );
  const inShadows = desk.all.map(({ composer }) => composer).filter(({ hasWords }) => hasWords);
  const distance = ({ element }: Composer) => distanceBetween(control, element);
  const [nearest] = [...onPage, ...inShadows].toSorted((one, other) => distance(one) - distance(other));
  const writing = desk.adopt(nearest ?? wordless(control, desk.site));
  writing.goLive();
  return writing;
}

/** Nothing is sent by it, and it is live only while it is being pressed. */
function wordless(control: HTMLElement, site: Site): Composer {
  const like = site.surfaces.find(({ surface }) => surface === 'live') ?? NOWHERE;
  return {
    element: control,
    surface: { ...like, surface: 'post', submit: [], words: [], keys: [] },
    isKnown: true,
    hasWords: false,
  };
}

const NOWHERE: SiteSurface = {
  surface: 'post',
  path: null,
  compose: [],
  submit: [],
  words: [],
  keys: [],
  limit: null,
  within: [],
  reply_to: [],
  acting_as: [],
  shared: { text: [], author: [] },
  media: [],
};
