/** What our own pages share: finding the elements of the static page, and filling it with words. */
import { ask, type PageAsk, type Reply } from '../messages.js';
import { type WordsKey, words } from '../words.js';

/** The element every copy of this page has; its absence is a mistake of ours. */
export function $<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`this page has no ${kind.name} #${id}`);
  return element;
}

/** Static pages carry keys, not words: `data-words` stands for the text, `data-words-placeholder` for an example. */
export function fillWords(): void {
  document.documentElement.lang = words('language');
  document.documentElement.dir = words('direction');
  for (const element of document.querySelectorAll<HTMLElement>('[data-words]')) {
    element.textContent = words(element.dataset.words as WordsKey);
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-words-placeholder]')) {
    field.placeholder = words(field.dataset.wordsPlaceholder as WordsKey);
  }
}

/** The background answers all of ours with something; nothing means that it failed, and its console says how. */
export async function askSurely<A extends PageAsk>(message: A): Promise<Reply<A['kind']>> {
  const reply: Reply<A['kind']> | undefined = await ask(message);
  if (reply === undefined) throw new Error(`no answer to ${message.kind}`);
  return reply;
}

/** Where the companion listens: said to people, and where its own page is. */
export function companionAddress(port: number): string {
  return `127.0.0.1:${port}`;
}

export function tryPage(port: number): string {
  return `http://${companionAddress(port)}/`;
}
