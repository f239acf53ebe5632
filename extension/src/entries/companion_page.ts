/**
 * On the companion's own page, one click pairs: its button holds a one-time code. On any other loopback page this
 * does nothing and shows nothing. The pairing token never comes near the page.
 */
import { ask } from '../messages.js';

async function pairWith(button: HTMLElement): Promise<void> {
  const code = button.dataset.code ?? '';
  const reply = await ask({ kind: 'pair-from-companion-page', code });
  const result = document.querySelector('[data-foreword-pair-result]');
  if (result) result.textContent = reply.ok ? chrome.i18n.getMessage('paired', spaced(code)) : reply.why;
}

/** `123456` → `123 456`, as the companion shows it. */
const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;

function startPairing(): void {
  document.documentElement.dataset.forewordExtension = 'present'; // the page shows its button only then
  document.addEventListener('click', (event) => {
    const [target] = event.composedPath();
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-foreword-pair]') : null;
    if (button && event.isTrusted) void pairWith(button);
  });
}

void ask({ kind: 'is-companion-page' }).then((isCompanion) => {
  if (isCompanion) startPairing();
});
