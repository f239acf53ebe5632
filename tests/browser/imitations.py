"""The three imitated sites as a writer uses them."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.conftest import Browser
from tests.browser.ours import Box, Ours

# A textarea tells no positions: its text is laid out again in a copy that stands exactly over it.
_WORDS_BOX = """([selector, words, nth]) => {
  const field = document.querySelector(selector);
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
  const box = found.getBoundingClientRect();
  copy?.remove();
  return [box.left, box.top, box.right, box.bottom];
}"""

_HIGHLIGHTS = """() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).map((range) => {
  const box = range.getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom];
})"""


@dataclass
class Site:
    """One open imitation: how to find its composer and its Post button."""

    page: Page
    composer: str
    button: str

    def __post_init__(self) -> None:
        self.ours = Ours(self.page)

    def write(self, text: str) -> None:
        """Click into the composer and type, key by key."""
        self.page.click(self.composer)
        self.page.keyboard.type(text)

    def words_box(self, words: str, nth: int = 0) -> Box:
        """Where the nth occurrence of these words stands on the screen, asked of the page itself."""
        box = self.page.evaluate(_WORDS_BOX, [self.composer, words, nth])
        return Box(*box)

    def underlines(self) -> list[Box]:
        """Boxes of our underlines: highlight ranges in an editable, the mirror's marks over a textarea."""
        found = [Box(*box) for box in self.page.evaluate(_HIGHLIGHTS)]
        return found or self.ours.boxes_of_class("mark")

    def open_card(self, words: str) -> None:
        """Click the underlined words, as one does."""
        self.ours.until(self.underlines, "an underline")
        self.page.mouse.click(*self.words_box(words).middle)

    def text(self) -> str:
        """The model's text: what the site would publish."""
        text: str = self.page.evaluate("() => modelText()")
        return text.replace("\xa0", " ")

    def published(self) -> list[str]:
        return [t.replace("\xa0", " ") for t in self.page.locator(".published").all_inner_texts()]

    def press_post(self) -> None:
        self.page.click(self.button)


def facebook(browser: Browser) -> Site:
    return Site(browser.open("www.facebook.com"), "[data-lexical-editor]", "[role=button][aria-label=Post]")


def x(browser: Browser) -> Site:
    return Site(browser.open("x.com"), "[data-testid=tweetTextarea_0]", "[data-testid=tweetButtonInline]")


def nextdoor(browser: Browser) -> Site:
    return Site(browser.open("nextdoor.com"), "textarea", "[data-testid=composer-submit-button]")
