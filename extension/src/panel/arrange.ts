/** Children in their order, moving only what stands elsewhere: what stays where it is keeps focus, scrolling and state. */
export function arrange(container: Element, children: readonly Node[]): void {
  const wanted = new Set(children);
  for (const child of [...container.childNodes]) if (!wanted.has(child)) child.remove();
  let at = container.firstChild;
  for (const child of children) {
    if (child === at) at = at.nextSibling;
    else container.insertBefore(child, at);
  }
}
