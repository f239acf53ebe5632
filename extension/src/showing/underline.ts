/**
 * Marks in contenteditable editors by the CSS Custom Highlight API: the editor's nodes stay untouched, so neither
 * its model nor its undo history notices. The rules have to live in the editor's own root.
 */
import type { Finding } from '../model.js';
import { CURRENT, LINES } from './lines.js';
import type { Marks } from './marks.js';
import { WORST_FIRST } from './segments.js';
import type { Drawable } from './showing.js';

/** Any page can list a document's highlights; these names give away no more than that there are some. */
const nameOf = (kind: string) => `fw-${kind}`;

/** Later rules win where highlights overlap by these numbers: the worst on top. */
const PRIORITY = { info: 1, advice: 2, warning: 3, serious: 4, current: 5 } as const;
type Kind = keyof typeof PRIORITY;

export function makeUnderline(): Marks {
  const rules = new CSSStyleSheet();
  rules.replaceSync(
    [...Object.entries(LINES), ['current', CURRENT]]
      .map(([kind, style]) => `::highlight(${nameOf(kind ?? '')}) { ${style} }`)
      .join('\n'),
  );
  let root: Document | ShadowRoot | null = null;
  let drawable: Drawable | null = null;

  function moveTo(next: Document | ShadowRoot | null): void {
    if (root === next) return;
    if (root) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== rules);
    if (next) next.adoptedStyleSheets = [...next.adoptedStyleSheets, rules];
    root = next;
  }

  function highlight(kind: Kind, findings: readonly Finding[]): void {
    const ranges = findings.flatMap((finding) => rangeOf(finding) ?? []);
    if (ranges.length === 0) {
      CSS.highlights.delete(nameOf(kind));
      return;
    }
    const marked = new Highlight(...ranges);
    marked.priority = PRIORITY[kind];
    CSS.highlights.set(nameOf(kind), marked);
  }

  function rangeOf({ start, end }: Finding): Range | null {
    return start === null || end === null || !drawable ? null : drawable.rangeOf(start, end);
  }

  function clear(): void {
    for (const kind of Object.keys(PRIORITY)) CSS.highlights.delete(nameOf(kind));
    moveTo(null);
    drawable = null;
  }

  return {
    draw(view, currentId) {
      drawable = view.drawable;
      const found = drawable.element.getRootNode();
      moveTo(found instanceof ShadowRoot ? found : document);
      for (const severity of WORST_FIRST) {
        highlight(
          severity,
          view.findings.filter((finding) => finding.severity === severity),
        );
      }
      highlight(
        'current',
        view.findings.filter(({ id }) => id === currentId),
      );
    },
    place() {}, // the browser moves highlights with their words
    boxesOf: (finding) => [...(rangeOf(finding)?.getClientRects() ?? [])],
    holdsCaret(finding) {
      const range = rangeOf(finding);
      const caret = caretIn(root);
      if (!caret || !range) return false;
      return range.isPointInRange(caret.node, caret.offset);
    },
    caretBox() {
      const caret = caretIn(root);
      if (!caret || !drawable?.element.contains(caret.node)) return null;
      const range = document.createRange();
      range.setStart(caret.node, caret.offset);
      return range.getClientRects()[0] ?? null;
    },
    clear,
  };
}

interface Caret {
  readonly node: Node;
  readonly offset: number;
}

/** A selection of the document stops at a shadow root's host; Chromium's shadow roots have their own. */
function caretIn(root: Document | ShadowRoot | null): Caret | null {
  const ask = root instanceof ShadowRoot && 'getSelection' in root ? root : document;
  const selection = (ask as Document).getSelection();
  return selection?.isCollapsed && selection.focusNode
    ? { node: selection.focusNode, offset: selection.focusOffset }
    : null;
}
