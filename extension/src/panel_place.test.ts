import { afterEach, expect, test, vi } from 'vitest';
import { openPanel } from './panel_place.js';

/** What was called, in order; browsers open a panel only in the press itself, so nothing may be waited for. */
function browserWith(name: 'sidePanel' | 'sidebarAction' | 'tabs'): [string, unknown][] {
  const calls: [string, unknown][] = [];
  const told = (what: string) => (details?: unknown) => {
    calls.push([what, details]);
    return Promise.resolve();
  };
  const places = {
    sidePanel: { setOptions: told('setOptions'), open: told('open') },
    sidebarAction: { setPanel: told('setPanel'), open: told('open') },
    tabs: { create: told('create') },
  };
  const runtime = { getURL: (path: string) => `own:/${path}` };
  vi.stubGlobal('chrome', { runtime, [name]: places[name] });
  return calls;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test.each([
  [
    'sidePanel',
    [
      ['setOptions', { tabId: 7, path: 'panel.html?tab=7&wish=page&at=1000', enabled: true }],
      ['open', { tabId: 7 }],
    ],
  ],
  [
    'sidebarAction',
    [
      ['setPanel', { tabId: 7, panel: 'own:/panel.html?tab=7&wish=page&at=1000' }],
      ['open', undefined],
    ],
  ],
  ['tabs', [['create', { url: 'own:/panel.html?tab=7&wish=page&at=1000' }]]],
] as const)('where the browser has %s, the panel of the tab is shown there, in the press itself', (name, calls) => {
  vi.useFakeTimers({ now: 1_000 });
  const called = browserWith(name);
  openPanel(7, 'page');
  expect(called).toEqual(calls);
});

test('asked again, the panel has another address, so that one that is open begins anew', () => {
  vi.useFakeTimers({ now: 1_000 });
  const called = browserWith('sidebarAction');
  openPanel(7, 'page');
  vi.setSystemTime(2_000);
  openPanel(7, 'page');
  const panels = called.filter(([what]) => what === 'setPanel').map(([, details]) => JSON.stringify(details));
  expect(new Set(panels).size).toBe(2);
});
