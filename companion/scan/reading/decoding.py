"""A source's bytes as UTF-8, whatever its byte-order mark says; readers below know nothing of UTF-16."""

from __future__ import annotations

import codecs
import io
from typing import BinaryIO

from companion.scan.raw import AT_ONCE, Raw

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the first half of it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = {(1, 3): "utf-16-le", (0, 2): "utf-16-be"}
"""Where the zeros stand in text that Windows programs wrote without a mark."""


def as_utf8(stream: BinaryIO) -> io.BufferedReader:
    """Without its byte-order mark."""
    whole = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(Raw(stream), AT_ONCE)
    head = whole.peek(4)[:4]
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            whole.read(len(mark))
            return whole if encoding == "utf-8" else io.BufferedReader(_Recoded(whole, encoding), AT_ONCE)
    for zeros, unmarked in _UNMARKED.items():
        if [byte == 0 for byte in head] == [place in zeros for place in range(4)]:
            return io.BufferedReader(_Recoded(whole, unmarked), AT_ONCE)
    return whole


class _Recoded(Raw):
    def __init__(self, inner: BinaryIO, encoding: str) -> None:
        super().__init__(inner)
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self._ready = b""

    def take(self, most: int) -> bytes:
        while not self._ready:
            data = self.inner.read(AT_ONCE)
            self._ready = self._decoder.decode(data, final=not data).encode()
            if not data:
                break
        given, self._ready = self._ready[:most], self._ready[most:]
        return given
