/** The form that pairs this browser with the companion: six digits, once. */
import type { State } from '../messages.js';
import { words } from '../words.js';
import { $, askSurely } from './page.js';

export function startPairing(changed: (state: State) => void): void {
  const form = $('pair', HTMLFormElement);
  const code = $('pair-code', HTMLInputElement);
  const result = $('pair-result', HTMLElement);

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const typed = code.value.replace(/\s/g, '');
    if (!/^\d{6}$/.test(typed)) return refuse(words('pair_six_digits'));
    result.textContent = words('pair_working');
    const reply = await askSurely({ kind: 'pair', code: typed }).catch(() => null);
    if (!reply?.ok) return refuse(reply?.why ?? words('page_failed'));
    result.className = 'done';
    result.textContent = words('pair_done', `${typed.slice(0, 3)} ${typed.slice(3)}`);
    code.value = '';
    code.removeAttribute('aria-invalid');
    changed(await askSurely({ kind: 'state' }));
  });

  function refuse(why: string): void {
    result.className = 'problem';
    result.textContent = why;
    code.setAttribute('aria-invalid', 'true');
    code.focus();
    code.select();
  }
}

/** Paired, as far as this side knows: an unreachable companion leaves the pairing as it is. */
export function isPaired({ companion }: State): boolean {
  return !(companion.kind === 'unavailable' && companion.reason === 'not-paired');
}
