/** The service worker (Chromium, Edge) or event page (Firefox): listeners are registered at once, then handed over. */
import { completeWanted, dropWithdrawn, restoreRegistrations } from '../background/access.js';
import { answer } from '../background/answering.js';
import { tellTab } from '../background/tabs.js';
import { mayAsk } from '../background/trust.js';
import { keepFromContentScripts } from '../settings.js';

const us = { id: chrome.runtime.id, base: chrome.runtime.getURL('') };
keepFromContentScripts();

chrome.runtime.onMessage.addListener((message: unknown, sender, reply) => {
  if (!mayAsk(message, sender, us)) {
    console.warn('refused a message from', sender.origin);
    return false;
  }
  void answer(message, sender).then(reply, (error: unknown) => {
    console.error(message.kind, error instanceof Error ? error.name : 'unknown');
    reply(undefined); // the asker sees an answer of no kind, and says so, instead of waiting for ever
  });
  return true;
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  void restoreRegistrations();
  if (reason === 'install') void chrome.tabs.create({ url: chrome.runtime.getURL('welcome.html') });
});
chrome.runtime.onStartup.addListener(() => void restoreRegistrations());
chrome.permissions.onAdded.addListener(() => void completeWanted());
chrome.permissions.onRemoved.addListener(() => void dropWithdrawn());

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === 'open-findings' && tab?.id !== undefined) void tellTab(tab.id, { kind: 'open-findings' });
});
