/**
 * Who may ask what, by facts from the browser (sender.origin, sender.url), never by what the message claims:
 * a content script shares a process with its page, and a page that broke out of it could send any message.
 */
import type { Ask, CompanionPageAsk, ContentAsk, PageAsk } from '../messages.js';

const CONTENT: Readonly<Record<ContentAsk['kind'], true>> = {
  hello: true,
  'acting-as': true,
  'own-profile': true,
  check: true,
  policy: true,
  'dismiss-phrase': true,
  'dismiss-rule': true,
  'undo-dismiss': true,
  badge: true,
  'open-options': true,
};
const PAGE: Readonly<Record<PageAsk['kind'], true>> = {
  state: true,
  pair: true,
  connect: true,
  unpair: true,
  port: true,
  'switch-site': true,
  identity: true,
  employment: true,
  dismissals: true,
  restore: true,
  policy: true,
  rules: true,
  me: true,
  'call-me': true,
  'left-on': true,
  'has-declined': true,
  decline: true,
};
const COMPANION_PAGE: Readonly<Record<CompanionPageAsk['kind'], true>> = {
  'is-companion-page': true,
  'pair-from-companion-page': true,
};

export type Sender = Pick<chrome.runtime.MessageSender, 'id' | 'url' | 'origin' | 'tab'>;

export interface Us {
  readonly id: string;
  /** chrome.runtime.getURL(''), with its closing slash. */
  readonly base: string;
}

/** The asking frame's host; null for an opaque origin (sandboxed frames, data: documents). */
export function hostOf(sender: Sender): string | null {
  const origin = sender.origin ?? sender.url ?? '';
  return /^https?:/.test(origin) && URL.canParse(origin) ? new URL(origin).hostname : null;
}

export function isCompanionPage(sender: Sender, port: number): boolean {
  const url = sender.url ?? '';
  return URL.canParse(url) && new URL(url).origin === `http://127.0.0.1:${port}`;
}

/** Ports of scans are opened by our own pages only: they carry what is written on a page. */
export function mayScan(sender: Sender | undefined, us: Us): boolean {
  return sender?.id === us.id && (sender.url?.startsWith(us.base) ?? false);
}

/** May this sender ask this kind? Unknown kinds: nobody may. */
export function mayAsk(message: unknown, sender: Sender, us: Us): message is Ask {
  if (sender.id !== us.id || typeof message !== 'object' || message === null || !('kind' in message)) return false;
  const kind = String(message.kind);
  const isOurPage = sender.url?.startsWith(us.base) ?? false;
  if (isOurPage) return Object.hasOwn(PAGE, kind) || kind === 'open-options';
  if (sender.tab?.id === undefined) return false;
  return Object.hasOwn(CONTENT, kind) || Object.hasOwn(COMPANION_PAGE, kind);
}
