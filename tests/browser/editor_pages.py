"""Pages around one genuine editor each, as a writer uses them: editors/src/editors, served under one host name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from playwright.sync_api import Frame, Page

from tests.browser.ours import Box, Ours

HOST = "editors.example"

# A field's text is laid out again in a copy that stands exactly over it, outside of whatever zooms or scales it.
_WORDS_BOXES = r"""([composer, words, nth]) => {
  let root = composer, copy = null, scaled = (x, y) => [x, y];
  if (composer.matches('textarea, input')) {
    copy = document.createElement('div');
    const style = getComputedStyle(composer), box = composer.getBoundingClientRect();
    const factor = box.width / composer.offsetWidth;
    for (const name of style) copy.style.setProperty(name, style.getPropertyValue(name));
    Object.assign(copy.style, { position: 'fixed', left: box.left + 'px', top: box.top + 'px', zoom: 1,
      width: composer.offsetWidth + 'px', height: composer.offsetHeight + 'px', boxSizing: 'border-box', margin: 0,
      whiteSpace: composer instanceof HTMLInputElement ? 'pre' : 'pre-wrap', transform: 'none' });
    copy.textContent = composer.value;
    document.documentElement.append(copy);
    root = copy;
    scaled = (x, y) => [box.left + (x - box.left - composer.scrollLeft) * factor,
      box.top + (y - box.top - composer.scrollTop) * factor];
  }
  const places = [];  // of each character but the fillers that editors put where nothing stands
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let offset = 0; offset < node.length; offset += 1)
      if (!/[\u200b\u2060\ufeff]/.test(node.data[offset])) places.push([node, offset]);
  const text = places.map(([node, offset]) => node.data[offset]).join('');
  let at = -1;
  for (let left = nth; left >= 0; left -= 1) at = text.indexOf(words, at + 1);
  const range = document.createRange();
  range.setStart(...places[at]);
  const [last, offset] = places[at + words.length - 1];
  range.setEnd(last, offset + 1);
  const boxes = [...range.getClientRects()]
    .map(({ left, top, right, bottom }) => [...scaled(left, top), ...scaled(right, bottom)]);
  copy?.remove();
  return boxes;
}"""

_HIGHLIGHTS = """() => [...CSS.highlights].filter(([name]) => name !== 'fw-current')
  .flatMap(([, ranges]) => [...ranges]).flatMap((range) => [...range.getClientRects()])
  .map(({ left, top, right, bottom }) => [left, top, right, bottom])"""


@dataclass(frozen=True)
class Editor:
    """One page: its name in editors/src/editors, where its composer is, and what it is called in documents."""

    name: str
    title: str
    composer: str = "[contenteditable]"
    frame: str | None = None
    """Selector of the frame that the composer is in."""
    is_one_line: bool = False
    is_rich: bool = True
    """Whether Ctrl+B makes words bold."""
    composes: bool = True
    """Whether an input method can compose in it at all."""


EDITORS = [
    Editor("textarea", "`textarea`", "textarea", is_rich=False),
    Editor("input", "`input`", "input", is_one_line=True, is_rich=False),
    Editor("react-textarea", "React `textarea` (controlled)", "textarea", is_rich=False),
    Editor("shadow-textarea", "`textarea` in a shadow root", "textarea", is_rich=False),
    Editor("contenteditable", "`contenteditable`"),
    Editor("plaintext-only", '`contenteditable="plaintext-only"`', is_rich=False),
    Editor("blocks", "`contenteditable`: blocks, lists, flex, hidden nodes, mention, emoji images", ".here"),
    Editor("shadow", "`contenteditable` in three shadow roots"),
    Editor("frame", "`contenteditable` in a frame", frame="iframe"),
    Editor("lexical", "Lexical 0.52"),
    Editor("draft", "Draft.js 0.11"),
    # In a shadow root this Quill does not see the selection: bold and input methods fail in it without us, too.
    Editor("quill1", "Quill 1.3.7 in a shadow root", ".ql-editor", is_rich=False, composes=False),
    Editor("quill", "Quill 2", ".ql-editor"),
    Editor("prosemirror", "ProseMirror"),
    Editor("tiptap", "TipTap 3"),
    Editor("slate", "Slate 0.146"),
    Editor("ckeditor", "CKEditor 5", ".ck-editor__editable"),
    Editor("codemirror", "CodeMirror 6", ".cm-content", is_rich=False),
    Editor("tinymce", "TinyMCE 8 (in a frame)", "body", frame="iframe"),
    Editor("trix", "Trix 2", "trix-editor"),
    Editor("gutenberg", "Gutenberg rich text"),
    Editor("rooster", "RoosterJS 9 (Outlook)"),
]


@dataclass
class EditorPage:
    """An open page; `write`, `text` and `underlines` mean the same in every editor."""

    page: Page
    editor: Editor

    @cached_property
    def ours(self) -> Ours:
        return Ours(self.page)

    @cached_property
    def frame(self) -> Frame:
        if self.editor.frame is None:
            return self.page.main_frame
        element = self.page.wait_for_selector(self.editor.frame)
        frame = element.content_frame() if element else None
        assert frame
        return frame

    def _offset(self) -> tuple[float, float]:
        """Where the frame's own zero point is in the page."""
        if self.editor.frame is None:
            return 0, 0
        script = """frame => {
          const { left, top } = frame.getBoundingClientRect();
          return [left + frame.clientLeft, top + frame.clientTop];
        }"""
        left, top = self.page.locator(self.editor.frame).evaluate(script)
        return left, top

    def _moved(self, found: list[list[float]]) -> list[Box]:
        x, y = self._offset()
        return [Box(left + x, top + y, right + x, bottom + y) for left, top, right, bottom in found]

    def click(self) -> None:
        self.frame.locator(self.editor.composer).first.click()

    def write(self, text: str) -> None:
        """Click into the composer and type, key by key."""
        self.click()
        self.page.keyboard.type(text)

    def words_boxes(self, words: str, nth: int = 0) -> list[Box]:
        """The lines on which the nth occurrence of these words stands, asked of the page itself."""
        composer = self.frame.locator(self.editor.composer).first
        return self._moved(
            composer.evaluate(f"(composer, args) => ({_WORDS_BOXES})([composer, ...args])", [words, nth])
        )

    def underlines(self) -> list[Box]:
        """Boxes of our underlines, line by line: highlights in an editable, the mirror's marks over a field."""
        return self._moved(self.frame.evaluate(_HIGHLIGHTS)) or self.ours.boxes_of_class("mark")

    def are_underlined(self, words: str, nth: int = 0) -> bool:
        """Exactly these words carry underlines, each of their lines one."""
        wanted, found = self.words_boxes(words, nth), self.underlines()
        return len(wanted) == len(found) and all(any(box.near(each) for each in found) for box in wanted)

    def press_words(self, words: str, nth: int = 0) -> None:
        self.page.mouse.click(*self.words_boxes(words, nth)[0].middle)

    def text(self) -> str:
        """The model's text: what the site would publish."""
        text: str = self.page.evaluate("() => modelText()")
        return text.replace("\xa0", " ")

    def saved(self) -> str:
        """What the editor would save: HTML, or its own form of it."""
        saved: str = self.page.evaluate("() => savedHtml()")
        return saved

    def until_text(self, wanted: str | Callable[[str], bool]) -> None:
        is_wanted = wanted if callable(wanted) else lambda text: text == wanted
        try:
            self.ours.until(lambda: is_wanted(self.text()), f"the text {wanted!r}")
        except AssertionError as error:
            raise AssertionError(f"{error}; the model says {self.text()!r}") from None

    def until_drawn(self) -> None:
        """As a person sees it: editors draw what was typed, and hear of a moved caret, a frame later."""
        self.frame.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")

    def published(self) -> list[str]:
        return [text.replace("\xa0", " ") for text in self.page.locator(".published").all_inner_texts()]

    def press_post(self) -> None:
        self.page.click(".post")


def open_editor(page: Page, editor: Editor, query: str = "") -> EditorPage:
    page.goto(f"https://{HOST}/{editor.name}{query}")
    page.wait_for_function("() => window.isReady === true")
    return EditorPage(page, editor)
