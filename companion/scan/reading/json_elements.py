"""One large JSON document, element by element: what stands in its array, or in the arrays directly under its object.

Read with ijson, because exports are single documents of gigabytes, and the standard library reads those whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import ijson
from ijson.common import IncompleteJSONError, JSONError, ObjectBuilder

from companion.scan.limits import TooMuch

BROKEN = (JSONError, IncompleteJSONError, UnicodeDecodeError)

_OPENS = frozenset({"start_map", "start_array"})
_CLOSES = frozenset({"end_map", "end_array"})


def elements(stream: BinaryIO, record_bytes: int) -> Iterator[tuple[str | None, Any]]:
    """(the key its array or value has in the document's object, or None; the element).

    Raises one of BROKEN where the document stops to be JSON, and TooMuch for an element of more than `record_bytes`.
    """
    watched = _Watched(stream, record_bytes)
    depth, key = 0, None
    in_array = False  # directly inside the document's array, or inside an array under one of its keys
    builder: ObjectBuilder | None = None
    base = 0
    for event, value in ijson.basic_parse(watched, use_float=True, buf_size=1 << 16):
        if builder is not None:
            builder.event(event, value)
            depth += (event in _OPENS) - (event in _CLOSES)
            if depth == base:
                yield key, builder.value
                builder = None
                watched.forget()
            continue
        if event == "map_key":
            key = value
        elif event in _CLOSES:
            depth -= 1
            in_array = False
        elif depth == 0 and event in _OPENS:
            depth, in_array = 1, event == "start_array"
        elif depth == 1 and not in_array and event == "start_array":
            depth, in_array = 2, True
        else:  # an element begins; a plain value is one by itself
            builder = ObjectBuilder()
            builder.event(event, value)
            base = depth
            depth += event in _OPENS
            if depth == base:
                yield key, builder.value
                builder = None
                watched.forget()


class _Watched:
    """Counts what is read since the last element ended."""

    def __init__(self, inner: BinaryIO, most: int) -> None:
        self._inner = inner
        self._most = most
        self._since = 0

    def forget(self) -> None:
        self._since = 0

    def read(self, size: int = -1) -> bytes:
        if self._since > self._most:
            raise TooMuch(f"One of its elements is longer than {self._most:,} bytes.")
        data = self._inner.read(size)
        self._since += len(data)
        return data
