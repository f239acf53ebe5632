/** The site definitions the build compiled in, and which of them a host belongs to. */
import type { Site } from './site.js';

declare const FOREWORD_SITES: readonly Site[];

/** What is known of any site: shared_rules/sites/generic.yaml. */
const GENERIC = 'generic';

/** Every site we have a definition of, for a person to choose from. */
export const knownSites: readonly Site[] = FOREWORD_SITES.filter((site) => site.id !== GENERIC);

const genericSite = FOREWORD_SITES.find((site) => site.id === GENERIC);

/**
 * The definition for a host. The generic surfaces stand last in every site: selectors age, and a field that no
 * longer matches its own site's definition is then still read as a post.
 */
export function siteOf(host: string): Site {
  const known = knownSites.find((site) => site.hosts.includes(host));
  const generic = genericSite?.surfaces ?? [];
  if (known) return { ...known, surfaces: [...known.surfaces, ...generic] };
  return {
    id: host,
    title: host,
    hosts: [host],
    default_mode: 'personal',
    counting: 'characters',
    surfaces: generic,
  };
}

/** The host a switched-on site is kept under: m.facebook.com and www.facebook.com are one switch. */
export function mainHostOf(host: string): string {
  return siteOf(host).hosts[0] ?? host;
}

/** The origins to ask permission for when this host is switched on, as match patterns. */
export function originsOf(host: string): string[] {
  return siteOf(host).hosts.flatMap((each) => [`https://${each}/*`, `http://${each}/*`]);
}
