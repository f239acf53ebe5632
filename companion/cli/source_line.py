"""One line of a draft with marks under some of its words, in terminal cells: wide letters and tabs take two."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from rich.cells import cell_len

_SPARE = 4
_LONG = 1000  # more characters than any terminal shows in a line


@dataclass(frozen=True)
class Shown:
    gutter: str
    source: str
    marks: str


@dataclass(frozen=True)
class SourceLine:
    """`column` counts characters from 1, as editors do; `start` and `end` are offsets within `text`."""

    number: int
    text: str
    start: int
    end: int

    @property
    def column(self) -> int:
        return self.start + 1

    @classmethod
    def of(cls, text: str, start: int, end: int) -> SourceLine:
        """The line on which [start, end) begins; a span over several lines is cut at the first one's end."""
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", start)
        line_end = len(text) if line_end < 0 else line_end
        number = text.count("\n", 0, start) + 1
        return cls(number, text[line_start:line_end], start - line_start, min(end, line_end) - line_start)

    def within(self, width: int) -> Shown:
        """Cut to `width` cells around the marked words."""
        gutter = f"{self.number:4} | "
        before, marked, after = (
            printable(self.text[: self.start][-_LONG:]),
            printable(self.text[self.start : self.end][:_LONG]),
            printable(self.text[self.end :][:_LONG]),
        )
        room = max(width - len(gutter), 20)
        marked = _cut_end(marked, room - _SPARE)
        before = _cut_start(before, max(room - cell_len(marked) - min(cell_len(after), room // 3), _SPARE))
        after = _cut_end(after, room - cell_len(before) - cell_len(marked))
        marks = " " * cell_len(before) + "^" * max(cell_len(marked), 1)
        return Shown(gutter, before + marked + after, marks)


def printable(text: str) -> str:
    return "".join(_cell(char) for char in text)


def _cell(char: str) -> str:
    """Controls become pictures of themselves: a draft must not be able to move the cursor or turn the line round."""
    if char < " ":
        return "  " if char == "\t" else chr(0x2400 + ord(char))
    if char == "\x7f":
        return "\u2421"
    return "\ufffd" if unicodedata.category(char) in ("Cc", "Cf") and char != "\u200d" else char


def _cut_end(text: str, cells: int) -> str:
    if cell_len(text) <= cells:
        return text
    while text and cell_len(text) > cells - 1:
        text = text[:-1]
    return text + "…"


def _cut_start(text: str, cells: int) -> str:
    if cell_len(text) <= cells:
        return text
    while text and cell_len(text) > cells - 1:
        text = text[1:]
    return "…" + text
