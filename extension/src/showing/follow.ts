/**
 * Keeps what we draw where the composer is: `moved` runs at most once a frame, and only when something happened.
 * No timers, no polling.
 */

/** Calls in one frame become one call, at its end. */
export function oncePerFrame(act: () => void, signal: AbortSignal): () => void {
  let waiting = 0;
  signal.addEventListener('abort', () => cancelAnimationFrame(waiting));
  return () => {
    if (waiting || signal.aborted) return;
    waiting = requestAnimationFrame(() => {
      waiting = 0;
      act();
    });
  };
}

export function follow(element: Element, moved: () => void, signal: AbortSignal): void {
  const listening = { capture: true, passive: true, signal };
  for (const type of ['scroll', 'resize', 'transitionend', 'animationend', 'load'])
    addEventListener(type, moved, listening);
  element.addEventListener('scroll', moved, listening); // not heard outside when the editor is in a shadow root
  for (const type of ['scroll', 'resize']) visualViewport?.addEventListener(type, moved, listening);
  document.fonts.addEventListener('loadingdone', moved, { signal });

  const sizes = new ResizeObserver(moved);
  for (const each of [element, document.documentElement]) sizes.observe(each);
  // Another font or another direction moves words and need not change any size.
  const looks = new MutationObserver(moved);
  looks.observe(element, { attributeFilter: ['style', 'class', 'dir'] });
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    looks.disconnect();
  });
  followShifts(element, moved, signal);
}

/**
 * The page may push the composer about without any event (a picture above it loads). An IntersectionObserver whose
 * root is cut to just the composer's box tells when the composer leaves that box.
 */
function followShifts(element: Element, moved: () => void, signal: AbortSignal): void {
  let observer: IntersectionObserver | null = null;
  signal.addEventListener('abort', () => observer?.disconnect());

  function watch(): void {
    observer?.disconnect();
    if (signal.aborted || !element.isConnected) return;
    const box = element.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const cut = [box.top, clientWidth - box.right, clientHeight - box.bottom, box.left];
    const rootMargin = cut.map((side) => `${-Math.floor(side)}px`).join(' ');
    observer = new IntersectionObserver(
      () => {
        const now = element.getBoundingClientRect();
        if (now.left === box.left && now.top === box.top && now.width === box.width && now.height === box.height)
          return;
        moved();
        watch();
      },
      { root: document, rootMargin, threshold: [0, 0.25, 0.5, 0.75, 1] },
    );
    observer.observe(element);
  }
  watch();
}
