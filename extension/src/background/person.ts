/** How a person writes on a site: in which capacity, under which names, with which profile. Kept on this computer. */
import type { Person } from '../messages.js';
import type { Employment, Mode } from '../model.js';
import { changeSetting, setting } from '../settings.js';
import { mainHostOf } from '../sites.js';
import { tellTabs } from './tabs.js';

export async function isSwitchedOn(host: string): Promise<boolean> {
  return mainHostOf(host) in (await setting('sites'));
}

/** Null where the site is not switched on. */
export async function personOn(host: string): Promise<Person | null> {
  const main = mainHostOf(host);
  const mode = (await setting('sites'))[main];
  if (!mode) return null;
  const [identities, profiles, employment] = await Promise.all([
    setting('identities'),
    setting('profiles'),
    setting('employment'),
  ]);
  return { mode, identities: identities[main] ?? {}, profile: profiles[main] ?? null, employment };
}

/** A name is met once: it begins as the site's switch says, the person is told, and may say otherwise. */
export async function meet(host: string, name: string): Promise<boolean> {
  const person = await personOn(host);
  if (!person || Object.hasOwn(person.identities, name)) return false;
  await nameIdentity(host, name, person.mode);
  return true;
}

/** `null` forgets the name. */
export async function nameIdentity(host: string, name: string, mode: Mode | null): Promise<void> {
  const main = mainHostOf(host);
  await changeSetting('identities', (old) => {
    const { [name]: _, ...others } = old[main] ?? {};
    return { ...old, [main]: mode === null ? others : { ...others, [name]: mode } };
  });
  await tellPerson(main);
}

export async function keepProfile(host: string, text: string): Promise<void> {
  if (!(await personOn(host))) return;
  const main = mainHostOf(host);
  await changeSetting('profiles', (old) => ({ ...old, [main]: text }));
  await tellPerson(main);
}

export async function sayEmployment(employment: Employment | null): Promise<void> {
  await changeSetting('employment', () => employment);
  for (const host of Object.keys(await setting('sites'))) await tellPerson(host);
}

/** Switched off is forgotten. */
export async function forgetPerson(main: string): Promise<void> {
  await changeSetting('identities', ({ [main]: _, ...others }) => others);
  await changeSetting('profiles', ({ [main]: _, ...others }) => others);
}

export async function tellPerson(main: string): Promise<void> {
  const person = await personOn(main);
  if (person) await tellTabs({ kind: 'person', host: main, person });
}
