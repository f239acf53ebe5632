/** The keyboard shortcut as the person has it: they may have changed or removed it in the browser. */
import { make } from '../showing/element.js';
import { words } from '../words.js';

export async function showShortcut(into: HTMLElement): Promise<void> {
  const commands = await chrome.commands.getAll();
  const shortcut = commands.find(({ name }) => name === 'open-findings')?.shortcut;
  if (shortcut) into.replaceChildren(make('kbd', '', shortcut), ` ${words('shortcut_does')}`);
  else into.replaceChildren(words('shortcut_none'));
}
