/** "Scan as I scroll": what appears on the page while the person asks for it; nothing watches before or after. */

/** After the page has been still for so long, or at the latest after so long: rows come in bursts. */
const STILL_MS = 250;
const LATEST_MS = 1_500;

export async function newcomers(document: Document, signal: AbortSignal, look: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await change(document, signal);
    if (signal.aborted) return;
    await look().catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}

/** Resolves when something was added and the page is still again, or when `signal` is aborted. */
function change(document: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let still: ReturnType<typeof setTimeout> | undefined;
    let latest: ReturnType<typeof setTimeout> | undefined;
    const done = () => {
      observer.disconnect();
      clearTimeout(still);
      clearTimeout(latest);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const observer = new MutationObserver((records) => {
      if (!records.some(({ addedNodes, type }) => type === 'characterData' || addedNodes.length > 0)) return;
      clearTimeout(still);
      still = setTimeout(done, STILL_MS);
      latest ??= setTimeout(done, LATEST_MS);
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
    signal.addEventListener('abort', done);
  });
}
