"""CSV with a heading. Columns are found by their names, or told: --column text=Message."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import BinaryIO

from companion.scan.item import Entry
from companion.scan.reading.frame import Frame
from companion.scan.reading.lines import lines
from companion.scan.reading.rows import fields_of, item_of, missing_in

DELIMITERS = ",;\t|"
_TOLD = re.compile(r"sep=(.)")
"""The first line of a table made for Excel."""


def read(stream: BinaryIO, frame: Frame) -> Iterator[Entry]:
    source = _Fed(stream, frame.limits.record_bytes)
    try:
        first = next(source, "")
    except _TooLong:
        first = ""
    if told := _TOLD.fullmatch(first.strip()):
        first = next(source, "")
    delimiter = told[1] if told else delimiter_of(first)
    csv.field_size_limit(frame.limits.record_bytes)
    rows = csv.reader(source.again(first), delimiter=delimiter)
    names = _heading(rows)
    shown = ", ".join(name for name in names if name)
    if missing := missing_in(names, frame.columns):
        yield frame.unread("line 1", f"It has no column “{missing}”, which --column names. Columns: {shown}.")
        return
    if "text" not in fields_of(names, frame.columns):
        yield frame.unread("line 1", f"No column could be the text; name it: --column text=NAME. Columns: {shown}.")
        return
    while True:
        line = source.number + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except _TooLong:
            longest = frame.limits.record_bytes
            yield frame.unread(f"line {line}", f"It is longer than {longest:,} bytes; the rest of the file is read on.")
            continue
        except csv.Error:
            yield frame.unread(f"line {line}", "It is no row of CSV; the rest of the file is read on.")
            continue
        if entry := item_of(dict(zip(names, row, strict=False)), f"line {line}", line, frame) if any(row) else None:
            yield entry


def _heading(rows: Iterator[list[str]]) -> list[str]:
    try:
        return [name.strip() for name in next(rows, [])]
    except (csv.Error, _TooLong):
        return []


def delimiter_of(heading: str) -> str:
    """The one that cuts the heading into most parts."""
    return max(DELIMITERS, key=heading.count)


class _TooLong(Exception):
    """Raised through csv.reader, which begins a new row after it."""


class _Fed:
    """Lines for csv.reader, which reads ahead only where a quotation goes on."""

    def __init__(self, stream: BinaryIO, longest: int) -> None:
        self._lines = lines(stream, longest)
        self._first: str | None = None
        self.number = 0

    def again(self, first: str) -> _Fed:
        """From the line that was read last."""
        self._first, self.number = first, max(0, self.number - 1)
        return self

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        text, self._first = self._first, None
        if text is None:
            line = next(self._lines)
            text = line.text
            if line.is_cut:
                self.number += 1
                raise _TooLong
        self.number += 1
        return text.replace("\0", "\ufffd")
