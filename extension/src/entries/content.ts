/** On a page the person switched on. Everywhere else this leaves at once, and leaves nothing. */
import type { Here, Tell } from '../messages.js';
import { asking } from '../page/asking.js';
import { actionsOn, Desk } from '../page/desk.js';
import { leaveWhenOrphaned } from '../page/orphan.js';
import { watchProfile } from '../page/profile.js';
import { watchSubmits } from '../page/submit.js';
import type { Surroundings } from '../page/surroundings.js';
import { startShowing } from '../showing/host.js';

const us = globalThis as { forewordIsHere?: boolean };

async function start(): Promise<void> {
  us.forewordIsHere = true;
  const end = new AbortController();
  const lifetime = end.signal;
  lifetime.addEventListener('abort', () => {
    us.forewordIsHere = false;
  });

  let desk: Desk | null = null;
  leaveWhenOrphaned(() => end.abort(), lifetime); // first: nothing of ours may run on what is gone
  watchSubmits(() => desk, lifetime); // at once: a page's own listeners must come after ours
  const ask = asking(() => end.abort());
  const hello = await ask({ kind: 'hello' });
  if (!hello?.on) return end.abort();

  const { site, byPage, person } = hello;
  const showing = startShowing(
    actionsOn(() => desk),
    lifetime,
  );
  const around: Surroundings = { site, byPage, person, policy: { clauses: {}, contacts: {} }, showing, ask };
  desk = new Desk(around, lifetime);
  const here = desk;

  watchProfile(around, lifetime);

  const hear = (tell: Tell, _: unknown, reply: (here: Here) => void) => {
    if ('host' in tell && !site.hosts.includes(tell.host)) return;
    if (tell.kind === 'switched-off') end.abort();
    else if (tell.kind === 'open-findings') document.hasFocus() && showing.openCard();
    else if (tell.kind === 'person') around.person = tell.person;
    else if (tell.kind === 'what-is-here' && here.writing) reply(here.writing.here);
    if (tell.kind === 'person' || tell.kind === 'companion-changed') here.recheck();
  };
  chrome.runtime.onMessage.addListener(hear);
  lifetime.addEventListener('abort', () => chrome.runtime?.onMessage?.removeListener(hear)); // absent for an orphan
}

if (!us.forewordIsHere) void start();
