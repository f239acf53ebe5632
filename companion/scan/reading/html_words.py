"""HTML → the words a reader sees, block by block. Nothing is run, fetched or drawn.

Python's own html.parser: it takes a page piece by piece, so that a page of any size fits; selectolax and lxml hold the
whole tree.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser

_UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "object", "iframe", "textarea", "select"})
_HAVE_NO_END = frozenset({"br", "hr", "img", "input", "meta", "link", "base", "col", "embed", "source", "track", "wbr"})
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_WITHIN_A_LINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup"),
        *("time", "tt", "u", "var", "wbr"),
    }
)
_LINE_BREAKS = frozenset({"br", "hr"})


class Words(HTMLParser):
    """Blocks as they become whole; what stands in one <article> is one block."""

    def __init__(self, longest: int = sys.maxsize) -> None:
        """`longest`: characters of a block; of a longer one the text is let go."""
        super().__init__(convert_charrefs=True)
        self._longest = longest
        self._ready: list[tuple[int, str | None]] = []
        self._parts: list[str] = []
        self._size = 0
        self._line = 1
        self._unseen = self._articles = 0
        self._hidden: list[str] = []
        """The tag that began a part which is not shown, and the same tags opened inside of it."""

    @property
    def unparsed(self) -> int:
        """Characters of a tag, comment or script that has not ended."""
        return len(self.rawdata)

    def take(self) -> Iterator[tuple[int, str | None]]:
        """(line in the source, text) of the blocks that are whole; None for the text of one that is too long."""
        ready, self._ready = self._ready, []
        return iter(ready)

    def finish(self) -> Iterator[tuple[int, str | None]]:
        self.close()
        self._articles = 0
        self._end_block()
        return self.take()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden or (tag not in _HAVE_NO_END and _is_hidden(attrs)):
            self._hidden += [tag] if not self._hidden or tag == self._hidden[0] else []
        elif tag in _UNSEEN:
            self._unseen += 1
        elif tag in _LINE_BREAKS:
            self._add("\n")
        elif tag == "img":
            self._add(f" {dict(attrs).get('alt') or ''} ")
        elif tag not in _WITHIN_A_LINE:
            self._end_block()
            self._articles += tag == "article"

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden = self._hidden[tag == self._hidden[0] :]
        elif tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag not in _WITHIN_A_LINE and tag not in _LINE_BREAKS:
            if tag == "article":
                self._articles = max(0, self._articles - 1)
            self._end_block()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNSEEN:
            self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if not self._unseen and not self._hidden:
            self._add(_one_line(data))

    def _add(self, text: str) -> None:
        if not self._parts:
            self._line = self.getpos()[0]
        self._size += len(text)
        if self._size <= self._longest:
            self._parts.append(text)

    def _end_block(self) -> None:
        if self._articles:
            self._add("\n")
            return
        text = "\n".join(line for part in "".join(self._parts).split("\n") if (line := " ".join(part.split())))
        if self._size > self._longest:
            self._ready.append((self._line, None))
        elif text:
            self._ready.append((self._line, text))
        self._parts, self._size = [], 0


def _is_hidden(attrs: list[tuple[str, str | None]]) -> bool:
    return any(name == "hidden" or (name == "style" and value and _NOT_SHOWN.search(value)) for name, value in attrs)


def _one_line(data: str) -> str:
    """Line ends in the source are spaces on the page."""
    return data.replace("\r", " ").replace("\n", " ")


def words_of(fragment: str) -> str:
    """The words of a short piece of HTML, a line for each block."""
    reader = Words()
    reader.feed(fragment)
    return "\n".join(text for _, text in reader.finish() if text)
