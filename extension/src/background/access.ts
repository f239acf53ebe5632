/**
 * Opt-in, site by site: a site is on when the person chose it and the browser holds the permission. Only then is
 * the content script registered for it; elsewhere nothing of ours exists.
 */
import type { Hello, SwitchedSite } from '../messages.js';
import type { Mode } from '../model.js';
import { changeSetting, setting } from '../settings.js';
import { mainHostOf, originsOf, siteOf, sitesByPage } from '../sites.js';
import { forgetPerson, personOn, tellPerson } from './person.js';
import { tellTabs } from './tabs.js';

const scriptId = (host: string) => `site ${host}`;

/** The wide origins of a known site may be held in part: whatever was granted is served. */
async function grantedOrigins(host: string): Promise<string[]> {
  const origins = originsOf(host);
  const held = await Promise.all(origins.map((origin) => chrome.permissions.contains({ origins: [origin] })));
  return origins.filter((_, at) => held[at]);
}

export async function switchedSites(): Promise<readonly SwitchedSite[]> {
  const [sites, identities, profiles] = await Promise.all([
    setting('sites'),
    setting('identities'),
    setting('profiles'),
  ]);
  return Object.entries(sites).map(([host, mode]) => ({
    host,
    mode,
    identities: identities[host] ?? {},
    hasProfile: host in profiles,
  }));
}

/** `host` is a fact from the browser (the sender's origin), never the page's own claim. */
export async function hello(host: string | null): Promise<Hello> {
  if (!host) return { on: false };
  const person = await personOn(host);
  return person ? { on: true, site: siteOf(host), byPage: sitesByPage(host), host, person } : { on: false };
}

let queue: Promise<unknown> = Promise.resolve();

/** One switch after the other: the grant's own event and the page that asked for it arrive together. */
function inTurn(act: () => Promise<void>): Promise<void> {
  const done = queue.then(act);
  queue = done.catch(() => undefined); // the caller hears of the failure; the next switch must still run
  return done;
}

/** The page asking has the permission already, or its question is still open: then the grant completes the switch. */
export function switchSite(host: string, on: boolean, mode: Mode): Promise<void> {
  const main = mainHostOf(host);
  return inTurn(async () => {
    if (!on) return switchOff(main);
    if ((await grantedOrigins(main)).length > 0) return switchOn(main, mode);
    await changeSetting('wanted', (old) => ({ ...old, [main]: mode }));
  });
}

async function switchOn(host: string, mode: Mode): Promise<void> {
  await changeSetting('wanted', (old) => without(old, host));
  await changeSetting('sites', (old) => ({ ...old, [host]: mode }));
  const origins = await grantedOrigins(host);
  await register(host, origins);
  await injectInto(origins); // does nothing where it runs already
  await tellPerson(host);
}

async function switchOff(host: string): Promise<void> {
  await changeSetting('wanted', (old) => without(old, host));
  await changeSetting('sites', (old) => without(old, host));
  await forgetPerson(host);
  await unregister(host);
  // Every tab hears it: when the permission went first, the browser no longer says which tabs are of this host.
  await tellTabs({ kind: 'switched-off', host });
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}

async function register(host: string, origins: string[]): Promise<void> {
  await unregister(host);
  await chrome.scripting.registerContentScripts([
    {
      id: scriptId(host),
      matches: origins,
      js: ['content.js'],
      runAt: 'document_start',
      allFrames: true,
      matchOriginAsFallback: true, // editors in about:blank frames
      persistAcrossSessions: true,
    },
  ]);
}

async function unregister(host: string): Promise<void> {
  const ids = [scriptId(host)];
  const there = await chrome.scripting.getRegisteredContentScripts({ ids });
  if (there.length > 0) await chrome.scripting.unregisterContentScripts({ ids });
}

/** Tabs that were open before the switch: they need not be loaded again. */
async function injectInto(origins: string[]): Promise<void> {
  const tabs = await chrome.tabs.query({ url: origins });
  const inject = (tabId: number) =>
    chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: ['content.js'],
      injectImmediately: true,
    });
  // A tab that is being closed, or shows an error page, refuses; the others still get it.
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [inject(id)])));
}

/** A permission was granted: complete what was asked for while the browser's question was open. */
export function completeWanted(): Promise<void> {
  return inTurn(async () => {
    for (const [host, mode] of Object.entries(await setting('wanted'))) {
      if ((await grantedOrigins(host)).length > 0) await switchOn(host, mode);
    }
  });
}

/** A permission was withdrawn in the browser's own pages: that is switching off, too. */
export function dropWithdrawn(): Promise<void> {
  return inTurn(async () => {
    for (const host of Object.keys(await setting('sites'))) {
      if ((await grantedOrigins(host)).length === 0) await switchOff(host);
    }
  });
}

/** An update of the extension loses what was registered; put it back, for what is still permitted. */
export async function restoreRegistrations(): Promise<void> {
  await dropWithdrawn();
  await inTurn(async () => {
    for (const host of Object.keys(await setting('sites'))) await register(host, await grantedOrigins(host));
  });
}
