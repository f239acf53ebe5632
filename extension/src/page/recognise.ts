/** Software that runs on any host is known by its page: a forum, a blog, a wiki. */
import type { Site } from '../site.js';
import { firstOf } from './lookup.js';

/** The definition this page asks for; `site`, which knows the host only, where there is none. */
export function siteHere(site: Site, byPage: readonly Site[]): Site {
  const found = byPage.find(({ markers }) => firstOf(document, markers));
  return found ? { ...found, title: site.title, hosts: site.hosts } : site;
}
