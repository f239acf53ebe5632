/** Long work in a page, cut into slices short enough that scrolling and typing stay smooth. */

/** Well under the 50 ms from which a task counts as long (W3C Long Tasks). */
const SLICE_MS = 8;

export class Slices {
  private until = 0;

  /** Call it often: it lets the page have its turn when the slice is over. Throws when `signal` is aborted. */
  async pause(signal: AbortSignal): Promise<void> {
    if (performance.now() < this.until) return;
    await turn();
    signal.throwIfAborted();
    this.until = performance.now() + SLICE_MS;
  }
}

/** A task of its own, after what the page has waiting; not slowed down in hidden tabs, as timers are. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
