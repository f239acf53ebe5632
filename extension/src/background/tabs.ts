/** Saying something to content scripts, unasked. */
import type { Tell } from '../messages.js';

/** Every frame of one tab hears it; resolves when there is nobody of ours there, too. */
export async function tellTab(tabId: number, tell: Tell): Promise<void> {
  // "Receiving end does not exist" is the normal answer of a tab whose site is not switched on.
  await chrome.tabs.sendMessage(tabId, tell).catch(() => undefined);
}

export async function tellTabs(tell: Tell): Promise<void> {
  const tabs = await chrome.tabs.query({});
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [tellTab(id, tell)])));
}
