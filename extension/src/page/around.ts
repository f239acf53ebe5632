/** What changes about a draft without a change of its words: a picture is attached, another name is chosen. */

/** An upload shows its preview in several steps; the last one counts. */
const SETTLED_MS = 150;

export function watchAround(holder: Element, settled: () => void, lifetime: AbortSignal): void {
  let wait: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(wait);
    wait = setTimeout(settled, SETTLED_MS);
  };
  const observer = new MutationObserver(later);
  observer.observe(holder, { childList: true, subtree: true });
  for (const type of ['change', 'drop']) {
    holder.addEventListener(type, later, { capture: true, passive: true, signal: lifetime });
  }
  lifetime.addEventListener('abort', () => {
    clearTimeout(wait);
    observer.disconnect();
  });
}
