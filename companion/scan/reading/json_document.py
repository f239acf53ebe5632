"""One JSON document, element by element; where it stops being JSON is said, and what came before counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from companion.scan.item import Entry
from companion.scan.reading.frame import Frame
from companion.scan.reading.json_elements import BROKEN, elements
from companion.scan.reading.rows import item_of

OfElement = Callable[[str | None, Any, str, Frame], list[Entry] | None]
"""(key, element, where, frame) → its entries; None for an element of a kind that is not known."""


def read_with(of_element: OfElement, stream: BinaryIO, frame: Frame) -> Iterator[Entry]:
    number = known = 0
    try:
        for number, (key, element) in enumerate(elements(stream, frame.limits.record_bytes), 1):
            entries = _entries(of_element, key, element, f"item {number}", frame)
            if entries is not None:
                known += 1
                yield from entries
    except BROKEN:  # whose message quotes the document
        yield frame.unread(f"after item {number}", "The JSON breaks off or breaks here; what follows was not read.")
        return
    if number and not known:
        why = "It holds nothing that Foreword knows as a post, comment, message or profile; the export may be newer."
        yield frame.unread("document", why, is_mistake=False)


def _entries(of_element: OfElement, key: str | None, element: Any, where: str, frame: Frame) -> list[Entry] | None:
    """Sites change their exports without a word: where a list is expected there may be anything."""
    try:
        return of_element(key, element, where, frame)
    except (TypeError, AttributeError, KeyError, ValueError):
        return [frame.unread(where, "It has another shape than such an export has had so far; Foreword may be older.")]


def read(stream: BinaryIO, frame: Frame) -> Iterator[Entry]:
    """An array of rows, with or without an object around it."""
    yield from read_with(_row, stream, frame)


def _row(_: str | None, element: Any, where: str, frame: Frame) -> list[Entry] | None:
    if not isinstance(element, dict):
        return None
    entry = item_of(element, where, None, frame)
    return [entry] if entry else []
