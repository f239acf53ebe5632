/** Each kind of ask → the room that answers it. No logic of its own. */
import type { Ask, Reply, State } from '../messages.js';
import { changeSetting, setting } from '../settings.js';
import { mainHostOf } from '../sites.js';
import { unavailableWords } from '../words.js';
import { hello, switchedSites, switchSite } from './access.js';
import { check } from './checks.js';
import { clientName } from './client_name.js';
import { companionState, pair, unpair } from './companion.js';
import { dismissPhrase, dismissRule, restore, undoDismiss } from './dismissals.js';
import { connect } from './native.js';
import { isSwitchedOn, keepProfile, meet, nameIdentity, sayEmployment } from './person.js';
import { forgetPolicy, policy, ruleFacts } from './policy.js';
import { tellTabs } from './tabs.js';
import { showBadge } from './toolbar.js';
import { hostOf, isCompanionPage, type Sender } from './trust.js';

type Answers = { [K in Ask['kind']]: (ask: Extract<Ask, { kind: K }>, sender: Sender) => Promise<Reply<K>> };

const answers: Answers = {
  hello: (_, sender) => hello(hostOf(sender)),
  'acting-as': ({ name }, sender) => meet(hostOf(sender) ?? '', name),
  'own-profile': async ({ text }, sender) => nothing(keepProfile(hostOf(sender) ?? '', text)),
  check: async ({ draft }, sender) => {
    const host = hostOf(sender);
    return host && (await isSwitchedOn(host)) ? check(draft, host) : { ok: false, reason: 'companion-error' };
  },
  policy: () => policy(),
  'dismiss-phrase': async (ask, sender) => nothing(dismissPhrase(ask, hostOf(sender) ?? '')),
  'dismiss-rule': async (ask, sender) => nothing(dismissRule(ask, hostOf(sender) ?? '')),
  'undo-dismiss': async (ask, sender) => nothing(undoDismiss(ask, hostOf(sender) ?? '')),
  badge: async ({ count }, { tab }) => nothing(tab?.id === undefined ? undefined : showBadge(tab.id, count)),
  'open-options': () => nothing(chrome.runtime.openOptionsPage()),
  state: () => state(),
  pair: ({ code }) => pairWith(code),
  connect: async () => {
    await companionChanged(await connect(true));
    return state();
  },
  unpair: async () => {
    await unpair();
    return companionChanged(null);
  },
  port: async ({ port }) => {
    await changeSetting('port', () => port);
    await companionChanged(null);
    return state();
  },
  'switch-site': async ({ host, on, mode }) => {
    await switchSite(host, on, mode);
    return state();
  },
  identity: async ({ host, name, mode }) => {
    await nameIdentity(host, name, mode);
    return state();
  },
  employment: async ({ employment }) => {
    await sayEmployment(employment);
    return state();
  },
  'left-on': async ({ on }) => {
    await changeSetting('leftOn', () => on);
    return state();
  },
  rules: () => ruleFacts(),
  me: async ({ host }) => myName(mainHostOf(host)),
  'call-me': async ({ host, name }) => nothing(changeSetting('names', (old) => ({ ...old, [mainHostOf(host)]: name }))),
  'has-declined': async ({ host }) => (await setting('declined')).includes(mainHostOf(host)),
  decline: async ({ host }) => nothing(changeSetting('declined', (old) => [...new Set([...old, mainHostOf(host)])])),
  dismissals: () => setting('dismissals'),
  restore: async ({ id }) => {
    const left = await restore(id);
    await tellTabs({ kind: 'companion-changed' }); // a page that is open shows it again
    return left;
  },
  'is-companion-page': async (_, sender) => isCompanionPage(sender, await setting('port')),
  'pair-from-companion-page': async ({ code }, sender) =>
    isCompanionPage(sender, await setting('port'))
      ? pairWith(code)
      : { ok: false, why: unavailableWords('companion-error') },
};

export function answer<K extends Ask['kind']>(ask: Extract<Ask, { kind: K }>, sender: Sender): Promise<Reply<K>> {
  return (answers[ask.kind as K] as Answers[K])(ask, sender);
}

async function state(): Promise<State> {
  const [companion, port, sites, employment, leftOn] = await Promise.all([
    companionState(),
    setting('port'),
    switchedSites(),
    setting('employment'),
    setting('leftOn'),
  ]);
  return { companion, port, sites, employment, leftOn };
}

async function pairWith(code: string) {
  return companionChanged(await pair(code, clientName()));
}

/** Pages that could not be checked a moment ago may be now, and the other way round. */
async function companionChanged<T>(reply: T): Promise<T> {
  forgetPolicy();
  await tellTabs({ kind: 'companion-changed' });
  return reply;
}

/** As the person called themselves in the panel, else a name they write under where the site is switched on. */
async function myName(main: string): Promise<string | null> {
  const [names, identities] = await Promise.all([setting('names'), setting('identities')]);
  return names[main] ?? Object.keys(identities[main] ?? {})[0] ?? null;
}

async function nothing(done: Promise<unknown> | undefined): Promise<null> {
  await done;
  return null;
}
