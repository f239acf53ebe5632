/** Does the person work for the City, or did they until a day? They say so once, here or in the panel, or not at all. */
import type { State } from '../messages.js';
import type { Employment } from '../model.js';
import { words } from '../words.js';
import { $, askSurely } from './page.js';

export function startWork(): (state: State) => void {
  const form = $('work', HTMLFormElement);
  const day = $('ended-on', HTMLInputElement);
  const radios = [...form.querySelectorAll<HTMLInputElement>('input[name="work"]')];

  function show({ employment, leftOn }: State): void {
    for (const radio of radios) radio.checked = radio.value === (employment ?? '');
    day.value = employment === 'ended' ? leftOn : '';
  }

  day.max = new Date().toISOString().slice(0, 10); // a day to come has not ended anything
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', async ({ target }) => {
    const said = target === day ? 'ended' : (radios.find(({ checked }) => checked)?.value ?? '');
    const employment = said === '' ? null : (said as Employment);
    await askSurely({ kind: 'left-on', on: employment === 'ended' ? day.value : '' });
    show(await askSurely({ kind: 'employment', employment }));
    $('work-result', HTMLElement).textContent = words('options_work_saved');
  });
  return show;
}
