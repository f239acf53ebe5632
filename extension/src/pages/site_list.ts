/** The sites to choose from: those we know, those switched on, and any whose address is typed. */
import type { State } from '../messages.js';
import { knownSites, mainHostOf } from '../sites.js';
import { words } from '../words.js';
import { hostFromAddress } from './address.js';
import { $, askSurely } from './page.js';
import { SiteControl } from './site_control.js';

/** Shows the sites of a state; `changed` hears of every switch made here. */
export function startSites(changed: (state: State) => void): (state: State) => void {
  const list = $('sites', HTMLElement);
  const address = $('site-address', HTMLInputElement);
  const problem = $('site-problem', HTMLElement);
  const controls = new Map<string, SiteControl>();

  function add(host: string): SiteControl {
    const main = mainHostOf(host);
    const control = controls.get(main) ?? new SiteControl(main, changed);
    if (!controls.has(main)) list.append(control.element);
    controls.set(main, control);
    return control;
  }

  const byTitle = knownSites.toSorted((one, other) => one.title.localeCompare(other.title));
  for (const { hosts } of byTitle) if (hosts[0]) add(hosts[0]);
  $('add-site', HTMLFormElement).addEventListener('submit', async (event) => {
    event.preventDefault();
    const host = hostFromAddress(address.value);
    problem.textContent = host ? '' : words('site_no_address');
    if (!host) return address.focus();
    address.value = '';
    const control = add(host);
    control.show(await askSurely({ kind: 'state' }));
    control.focus();
  });

  return (state) => {
    for (const { host } of state.sites) add(host);
    for (const control of controls.values()) control.show(state);
  };
}
