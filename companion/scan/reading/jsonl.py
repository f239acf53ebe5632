"""JSON Lines: an object a line. A bad line is said in its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from companion.draft_line import object_of
from companion.errors import ForewordError
from companion.scan.item import Entry
from companion.scan.reading.frame import Frame
from companion.scan.reading.lines import Line, lines
from companion.scan.reading.rows import item_of


def read(stream: BinaryIO, frame: Frame) -> Iterator[Entry]:
    for line in lines(stream, frame.limits.record_bytes):
        if line.text.strip() and (entry := _entry(line, frame)):
            yield entry


def _entry(line: Line, frame: Frame) -> Entry | None:
    where = f"line {line.number}"
    if line.is_cut:
        return frame.unread(where, f"It is longer than {frame.limits.record_bytes:,} bytes.")
    try:
        return item_of(object_of(line.text.encode("utf-8", "surrogatepass")), where, line.number, frame)
    except ForewordError as error:
        return frame.unread(where, error.detail)
