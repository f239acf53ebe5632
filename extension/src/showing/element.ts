/** Elements built node by node: nothing here parses HTML, so pages that enforce Trusted Types have no say. */

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

/** A button that only a person can press: a page's scripted click does nothing. `at` names it across redrawing. */
export function makeButton(
  className: string,
  at: string,
  label: Node | string,
  press: (event: MouseEvent) => void,
): HTMLButtonElement {
  const button = make('button', className, label);
  button.type = 'button';
  button.dataset.at = at;
  button.addEventListener('click', (event) => {
    if (event.isTrusted && button.getAttribute('aria-disabled') !== 'true') press(event);
  });
  return button;
}

/** Names a control that shows only an icon, for those who hear it and those who point at it. */
export function named<T extends HTMLElement>(element: T, name: string): T {
  element.setAttribute('aria-label', name);
  element.title = name;
  return element;
}

const FOCUSABLE = 'button, summary, [tabindex="0"]';

export function focusableIn(container: HTMLElement): HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>(FOCUSABLE)];
}

/** Redraw, and give focus back to the control of the same name, or else to `otherwise`. */
export function redraw(container: HTMLElement, children: readonly Node[], otherwise: () => HTMLElement | null): void {
  const root = container.getRootNode() as Document | ShadowRoot;
  const focused = root.activeElement;
  const hadFocus = focused instanceof HTMLElement && container.contains(focused);
  const at = hadFocus ? focused.dataset.at : undefined;
  container.replaceChildren(...children);
  if (!hadFocus) return;
  const same = focusableIn(container).find((element) => element.dataset.at === at);
  (same ?? otherwise())?.focus({ preventScroll: true });
}
