/** The site definitions the build compiled in, and which of them a host belongs to. */
import type { Site } from './site.js';

declare const FOREWORD_SITES: readonly Site[];

/** What is known of any site: shared_rules/sites/generic.yaml. */
const GENERIC = 'generic';

/** Every site we have a definition of, for a person to choose from. */
export const knownSites: readonly Site[] = FOREWORD_SITES.filter((site) => site.id !== GENERIC);

const NOTHING: Site = {
  id: '',
  title: '',
  hosts: [],
  markers: [],
  default_mode: 'personal',
  counting: 'characters',
  acting_as: [],
  live: [],
  profile: { own: [], name: [], text: [] },
  feed: { item: [], author: [], time: [], permalink: [], text: [] },
  surfaces: [],
  fallback: [],
};
const generic = FOREWORD_SITES.find(({ id }) => id === GENERIC) ?? NOTHING;

/** The definition for a host. */
export function siteOf(host: string): Site {
  const known = knownSites.find(({ hosts }) => hosts.some((each) => isHost(host, each)));
  return known ? withGeneric(known) : withGeneric({ ...NOTHING, id: host, title: host, hosts: [host] });
}

/** `*.wordpress.com` is any host under it, and not that one itself. */
const isHost = (host: string, each: string) => (each.startsWith('*.') ? host.endsWith(each.slice(1)) : host === each);

/**
 * The generic surfaces go along with every site: selectors age, and a field that no longer matches its own site's
 * definition is then still read as a post. So do the marks of live video, and of a feed where the site names none.
 */
function withGeneric(site: Site): Site {
  const feed = site.feed.item.length > 0 ? site.feed : generic.feed;
  return { ...site, live: [...site.live, ...generic.live], feed, fallback: generic.surfaces };
}

/** For a host without a definition: software that runs anywhere, recognised by its page. */
export function sitesByPage(host: string): readonly Site[] {
  if (siteOf(host).surfaces.length > 0) return [];
  return knownSites.filter(({ markers }) => markers.length > 0).map(withGeneric);
}

/** The host a switched-on site is kept under: m.facebook.com and www.facebook.com are one switch. */
export function mainHostOf(host: string): string {
  return siteOf(host).hosts[0] ?? host;
}

/** The origins to ask permission for when this host is switched on, as match patterns. */
export function originsOf(host: string): string[] {
  return siteOf(host).hosts.flatMap((each) => [`https://${each}/*`, `http://${each}/*`]);
}
