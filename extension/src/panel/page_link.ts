/**
 * The panel's line to the page it stands beside. Opening it puts the collecting script into the page, which the browser
 * allows only there where the person pressed our button, menu entry or shortcut, or switched the site on.
 */
import { COLLECTING, type Wish, type Word } from '../items.js';

export interface Heard {
  readonly hear: (word: Word) => void;
  /** The page was closed, loaded anew, or went to another address. */
  readonly gone: () => void;
}

export class PageLink {
  private constructor(private readonly port: chrome.runtime.Port) {}

  /** Null when the browser does not let us read this page. */
  static async open(tabId: number, { hear, gone }: Heard): Promise<PageLink | null> {
    try {
      await chrome.scripting.executeScript({ target: { tabId }, files: ['collecting.js'], injectImmediately: true });
    } catch {
      return null; // not permitted (no press, another site by now), or a page of the browser's own
    }
    const port = chrome.tabs.connect(tabId, { name: COLLECTING, frameId: 0 });
    port.onMessage.addListener(hear);
    port.onDisconnect.addListener(() => {
      void chrome.runtime.lastError; // read, so that the browser does not report a page that is simply gone
      gone();
    });
    return new PageLink(port);
  }

  wish(wish: Wish): void {
    this.port.postMessage(wish);
  }

  close(): void {
    this.port.disconnect();
  }
}
