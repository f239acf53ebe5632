/** The entries in a page's context menu. The browser keeps them; they are made when the extension is installed or updated. */
import { words } from '../words.js';

export function makeMenus(): void {
  chrome.contextMenus.removeAll(() => {
    chrome.contextMenus.create({ id: 'scan-page', title: words('menu_scan_page'), contexts: ['page'] });
    chrome.contextMenus.create({ id: 'scan-selection', title: words('menu_scan_selection'), contexts: ['selection'] });
  });
}
