/** The toolbar icon's badge, a tab each: how many findings are open, or "!" where the draft was not checked. */
const COUNT_COLOUR = '#8a4b00';
const NOT_CHECKED_COLOUR = '#5f6368';

/** The browser itself clears a tab's badge when the tab goes to another page; it refuses for one that was closed. */
export async function showBadge(tabId: number, count: number | null): Promise<void> {
  const text = count === null ? '!' : count === 0 ? '' : String(count);
  const color = count === null ? NOT_CHECKED_COLOUR : COUNT_COLOUR;
  await Promise.allSettled([
    chrome.action.setBadgeText({ tabId, text }),
    chrome.action.setBadgeBackgroundColor({ tabId, color }),
    chrome.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
  ]);
}
