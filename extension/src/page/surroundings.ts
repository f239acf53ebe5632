/** What all composers of a page share. */
import type { Person } from '../messages.js';
import type { PolicyNames } from '../model.js';
import type { Showing } from '../showing/showing.js';
import type { Site } from '../site.js';
import type { Asking } from './asking.js';

export interface Surroundings {
  /** Software that runs on any host is recognised by its page, later. */
  site: Site;
  readonly byPage: readonly Site[];
  person: Person;
  policy: PolicyNames;
  readonly showing: Showing;
  readonly ask: Asking;
}
