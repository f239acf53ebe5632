/**
 * What the extension keeps, typed; the only file that touches chrome.storage. Nothing here ever holds a draft:
 * a dismissed phrase is kept as a keyed hash. Private windows are left out altogether (manifest.json, `incognito`):
 * even such a hash would be a trace of one.
 */
import type { Dismissal } from './messages.js';
import type { Employment, Mode } from './model.js';

export interface Settings {
  /** The companion's fixed default port, or the one the person set. */
  port: number;
  /** Issued once by the companion at pairing; null when not paired. */
  token: string | null;
  /** The person chose to be connected without a code (background/native.ts). */
  connects: boolean;
  /** ISO 8601 date on which the token was last renewed; null: never. */
  renewed: string | null;
  /** The policy pack that the companion runs, as it last said; null before it ever did. */
  pack: string | null;
  /** Main host of a switched-on site → how the person writes there. */
  sites: Readonly<Record<string, Mode>>;
  /** Asked for in the toolbar while the browser's permission question is still open: host → mode. */
  wanted: Readonly<Record<string, Mode>>;
  /** Main host → the names the person writes under there, and in which capacity. */
  identities: Readonly<Record<string, Readonly<Record<string, Mode>>>>;
  /** Main host → what the person's own, public profile says there. */
  profiles: Readonly<Record<string, string>>;
  /** What the person said of their work for the City; null when they have not. */
  employment: Employment | null;
  /** ISO 8601 date on which that work ended; '' when it has not, or was not said. */
  leftOn: string;
  /** Main host of a site → the name the person goes by there; only when they typed or chose it in the panel. */
  names: Readonly<Record<string, string>>;
  /** Main hosts for which the person said no to the panel's offer of switching the site on. */
  declined: readonly string[];
  dismissals: readonly Dismissal[];
  /** Base64 of the random key under which dismissed phrases are hashed; made at first use. */
  dismissalKey: string | null;
}

const DEFAULTS: Settings = {
  port: 47191,
  token: null,
  connects: false,
  renewed: null,
  pack: null,
  sites: {},
  wanted: {},
  identities: {},
  profiles: {},
  employment: null,
  leftOn: '',
  names: {},
  declined: [],
  dismissals: [],
  dismissalKey: null,
};

/** Everything kept, read once: a check asks for several settings, and each would be a way to the disk and back. */
let kept: Promise<Partial<Settings>> | null = null;

function readAgain(): void {
  kept = null;
}

export async function setting<K extends keyof Settings>(key: K): Promise<Settings[K]> {
  if (!kept) {
    chrome.storage.local.onChanged.addListener(readAgain); // another of our pages changed something; heard once
    kept = chrome.storage.local.get<Partial<Settings>>(null);
  }
  return (await kept)[key] ?? DEFAULTS[key];
}

let queue: Promise<unknown> = Promise.resolve();

/** Read, change, write: one change after the other, so that two at once cannot lose one. */
export function changeSetting<K extends keyof Settings>(
  key: K,
  change: (old: Settings[K]) => Settings[K],
): Promise<Settings[K]> {
  const changed = queue.then(async () => {
    readAgain(); // another page's change may not have been heard of yet, and would be lost
    const value = change(await setting(key));
    await chrome.storage.local.set({ [key]: value });
    readAgain(); // the event may come later than the next question
    return value;
  });
  queue = changed.catch(() => undefined); // the caller hears of the failure; the next change must still run
  return changed;
}

/** Keep the token from content scripts, which share a process with the page. Firefox has no such call yet. */
export function keepFromContentScripts(): void {
  void chrome.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
