/**
 * While a fix selects and replaces words, a key would replace the selected words instead. Keys wait for those few
 * milliseconds; what they would have typed is put in afterwards.
 */

export interface HeldTyping {
  isHolding(): boolean;
  /** The characters that were typed meanwhile, once. */
  take(): string;
  /** Lets keys through again. */
  release(): void;
}

export function holdTyping(): HeldTyping {
  const end = new AbortController();
  let typed = '';
  const hold = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const isCharacter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.type === 'keydown' && isCharacter) typed += event.key;
  };
  for (const type of ['keydown', 'keypress'] as const) {
    window.addEventListener(type, hold, { capture: true, signal: end.signal });
  }
  return {
    isHolding: () => typed !== '',
    take() {
      const held = typed;
      typed = '';
      return held;
    },
    release: () => end.abort(),
  };
}
