/**
 * Showing where something stands on the page: the words are highlighted and scrolled to. The page's nodes stay as they
 * are (CSS custom highlights; for a picture an animation, which is no attribute), and everything goes with `clear`.
 */
import { type Prose, rangeOf } from './prose.js';

const WHOLE = 'fw-scan-text';
const WORDS = 'fw-scan-words';
/** The colours hold against light and dark grounds alike, as those of composers do. */
const RULES = `
::highlight(${WHOLE}) { background-color: rgb(255 200 0 / 0.22); }
::highlight(${WORDS}) { background-color: rgb(255 170 0 / 0.6); text-decoration: underline wavy 1.5px #d9730d; }`;

export class Pointer {
  private readonly sheets = new Map<Document | ShadowRoot, CSSStyleSheet>();
  private frames: CSS_WithHighlights[] = [];
  private flash: Animation | null = null;

  point(prose: Prose, start: number | null, end: number | null): boolean {
    this.clear();
    const whole = rangeOf(prose, 0, prose.text.length);
    if (!whole) return false;
    const words = start === null || end === null ? null : rangeOf(prose, start, end);
    this.highlight(WHOLE, whole, 1);
    if (words) this.highlight(WORDS, words, 2);
    const { startContainer } = words ?? whole;
    const at = startContainer instanceof Element ? startContainer : startContainer.parentElement;
    if (at) scrollTo(at);
    return at !== null;
  }

  pointAtPicture(image: Element): void {
    this.clear();
    scrollTo(image);
    const frames = [
      { outline: '4px solid #d9730d', outlineOffset: '2px' },
      { outline: '4px solid #d9730d', outlineOffset: '2px' },
    ];
    this.flash = image.animate(frames, { duration: 4_000 });
  }

  clear(): void {
    for (const { highlights } of this.frames) for (const name of [WHOLE, WORDS]) highlights.delete(name);
    for (const [root, sheet] of this.sheets) {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    }
    this.frames = [];
    this.sheets.clear();
    this.flash?.cancel();
    this.flash = null;
  }

  private highlight(name: string, range: Range, priority: number): void {
    // A frame has a registry, and constructors, of its own.
    const view = range.startContainer.ownerDocument?.defaultView as (Window & Realm) | null | undefined;
    if (!view) return;
    const highlight = new view.Highlight(range);
    highlight.priority = priority;
    view.CSS.highlights.set(name, highlight);
    this.frames.push(view.CSS);
    this.dress(range.startContainer.getRootNode() as Document | ShadowRoot, view);
  }

  private dress(root: Document | ShadowRoot, view: Realm): void {
    if (this.sheets.has(root)) return;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(RULES);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.sheets.set(root, sheet);
  }
}

type CSS_WithHighlights = { readonly highlights: HighlightRegistry };
interface Realm {
  readonly Highlight: typeof Highlight;
  readonly CSSStyleSheet: typeof CSSStyleSheet;
  readonly CSS: CSS_WithHighlights;
}

function scrollTo(element: Element): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: isCalm ? 'instant' : 'smooth' });
}
