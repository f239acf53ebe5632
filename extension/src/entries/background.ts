/** The service worker (Chromium, Edge) or event page (Firefox): listeners are registered at once, then handed over. */
import { completeWanted, dropWithdrawn, restoreRegistrations } from '../background/access.js';
import { answer } from '../background/answering.js';
import { makeMenus } from '../background/menus.js';
import { serveScan } from '../background/scanning.js';
import { tellTab } from '../background/tabs.js';
import { mayAsk, mayScan } from '../background/trust.js';
import { SCANNING } from '../messages.js';
import { openPanel } from '../panel_place.js';
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

chrome.runtime.onConnect.addListener((port) => {
  if (port.name === SCANNING && mayScan(port.sender, us)) serveScan(port);
  else port.disconnect();
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  void restoreRegistrations();
  makeMenus();
  if (reason === 'install') void chrome.tabs.create({ url: chrome.runtime.getURL('welcome.html') });
});
chrome.runtime.onStartup.addListener(() => void restoreRegistrations());
chrome.permissions.onAdded.addListener(() => void completeWanted());
chrome.permissions.onRemoved.addListener(() => void dropWithdrawn());

chrome.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
  if (tab?.id !== undefined) openPanel(tab.id, menuItemId === 'scan-selection' ? 'selection' : 'page');
});

chrome.commands.onCommand.addListener((command, tab) => {
  if (tab?.id === undefined) return;
  if (command === 'open-findings') void tellTab(tab.id, { kind: 'open-findings' });
  else if (command === 'scan-page') openPanel(tab.id, 'page');
});
