"""Where words of a composer stand on the screen, and where ours are drawn."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tests.browser.ours import Box, Ours

# A textarea tells no positions: its text is laid out again in a copy that stands exactly over it.
_WORDS_BOX = """(field, [words, nth]) => {
  let root = field, copy = null;
  if (field.value !== undefined) {
    copy = document.createElement('div');
    const style = getComputedStyle(field), box = field.getBoundingClientRect();
    for (const name of style) copy.style.setProperty(name, style.getPropertyValue(name));
    Object.assign(copy.style, { position: 'fixed', left: box.left + 'px', top: box.top + 'px',
      width: box.width + 'px', height: box.height + 'px', boxSizing: 'border-box', margin: 0, whiteSpace: 'pre-wrap' });
    copy.textContent = field.value;
    document.body.append(copy);
    root = copy;
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = nth, found = null;
  for (let node = walker.nextNode(); node && !found; node = walker.nextNode())
    for (let at = node.data.indexOf(words); at >= 0 && !found; at = node.data.indexOf(words, at + 1))
      if (left-- === 0) {
        found = document.createRange();
        found.setStart(node, at);
        found.setEnd(node, at + words.length);
      }
  const box = found?.getBoundingClientRect();
  copy?.remove();
  return box && [box.left, box.top, box.right, box.bottom];
}"""

_HIGHLIGHTS = """() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).map((range) => {
  const box = range.getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom];
})"""


def words_box(field: Locator, words: str, nth: int = 0) -> Box | None:
    """Of the nth occurrence, asked of the page itself; None when it is not there."""
    box = field.evaluate(_WORDS_BOX, [words, nth])
    return Box(*box) if box else None


def underlines(page: Page, ours: Ours) -> list[Box]:
    """Boxes of our underlines: highlight ranges in an editable, the mirror's marks over a textarea."""
    found = [Box(*box) for box in page.evaluate(_HIGHLIGHTS)]
    return found or ours.boxes_of_class("mark")
