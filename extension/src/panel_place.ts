/** Where the panel is shown: the browser's side panel or sidebar, else a tab. */

export type PanelWish = 'page' | 'selection' | 'profile';

/** Firefox's sidebar; Chromium's types do not know it. */
interface Sidebar {
  readonly setPanel: (details: { tabId: number; panel: string }) => Promise<void>;
  readonly open: () => Promise<void>;
}

/** Call it in the press itself: browsers open a panel only then, and only then may the page be read. */
export function openPanel(tabId: number, wish: PanelWish): void {
  // The number makes it another address than before: a panel that is open already begins anew.
  const path = `panel.html?tab=${tabId}&wish=${wish}&at=${Date.now()}`;
  const { sidebarAction } = chrome as { sidebarAction?: Sidebar };
  if (chrome.sidePanel) {
    void chrome.sidePanel.setOptions({ tabId, path, enabled: true });
    void chrome.sidePanel.open({ tabId });
  } else if (sidebarAction) {
    void sidebarAction.setPanel({ tabId, panel: chrome.runtime.getURL(path) });
    void sidebarAction.open();
  } else {
    void chrome.tabs.create({ url: chrome.runtime.getURL(path) });
  }
}
