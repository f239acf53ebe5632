/**
 * While a fix selects and replaces words, a key would replace the selected words instead. Keys wait for those few
 * milliseconds; what they would have typed is put in afterwards.
 */

export interface HeldTyping {
  isHolding(): boolean;
  /** The characters that were typed meanwhile, once. */
  take(): string;
  /** The words are replaced: what types nothing, an undo, is held no longer, unless letters wait before it. */
  letCommandsThrough(): void;
  /** Lets keys through again. */
  release(): void;
}

export function holdTyping(): HeldTyping {
  const end = new AbortController();
  let typed = '';
  let commandsPass = false;
  const hold = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.isComposing) return;
    const isCharacter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (commandsPass && !isCharacter && typed === '') return;
    event.preventDefault();
    event.stopImmediatePropagation();
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
    letCommandsThrough() {
      commandsPass = true;
    },
    release: () => end.abort(),
  };
}
