/** The popup asks the page it was opened on: who writes there, and does its definition still fit? */
import type { Here, Tell } from '../messages.js';

/** Null where nobody is writing, or the site is not switched on. */
export async function hereOn(tabId: number | undefined): Promise<Here | null> {
  if (tabId === undefined) return null;
  const asked: Tell = { kind: 'what-is-here' };
  // "Receiving end does not exist" is the normal answer of a tab whose site is not switched on.
  return (await chrome.tabs.sendMessage<Tell, Here | undefined>(tabId, asked).catch(() => undefined)) ?? null;
}
