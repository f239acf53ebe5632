/** Switching a site on and off from our own pages: the person's choice and the browser's permission go together. */
import type { State } from '../messages.js';
import type { Mode } from '../model.js';
import { originsOf } from '../sites.js';
import { askSurely } from './page.js';

export type Hear = (state: State) => void;

export function modeOn({ sites }: State, host: string): Mode | undefined {
  return sites.find((site) => site.host === host)?.mode;
}

/**
 * Call it in the press itself: only then the browser asks its question. That may close our popup, so the background
 * hears of the wish first. False when the person said no.
 */
export async function switchOn(host: string, mode: Mode, hear: Hear): Promise<boolean> {
  const wish = askSurely({ kind: 'switch-site', host, on: true, mode });
  const answer = chrome.permissions.request({ origins: originsOf(host) });
  const state = await wish;
  const isOnAlready = modeOn(state, host) !== undefined;
  if (isOnAlready) hear(state); // at least a part of the permission was there
  const on = (await answer) || isOnAlready;
  hear(await askSurely({ kind: 'switch-site', host, on, mode }));
  return on;
}

export async function switchOff(host: string, mode: Mode, hear: Hear): Promise<void> {
  hear(await askSurely({ kind: 'switch-site', host, on: false, mode }));
  // Refused where an administrator granted it for good; the site is off all the same.
  await chrome.permissions.remove({ origins: originsOf(host) }).catch(() => false);
}
