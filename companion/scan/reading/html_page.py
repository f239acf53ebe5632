"""A page of HTML: each <article> is an item, and outside of them each block of text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from companion.scan.item import Entry
from companion.scan.limits import TooMuch
from companion.scan.reading.frame import Frame
from companion.scan.reading.html_words import Words
from companion.scan.reading.lines import guessed_encoding

_AT_ONCE = 1 << 16
_NAMED = re.compile(rb"<meta[^>]{1,200}charset=[\"']?([\w-]{1,40})", re.IGNORECASE)


def read(stream: BinaryIO, frame: Frame) -> Iterator[Entry]:
    longest = frame.limits.record_bytes
    words = Words(longest)
    data = stream.read(_AT_ONCE)
    decoder = codecs.getincrementaldecoder(_encoding(data))(errors="replace")
    while data:
        words.feed(decoder.decode(data))
        yield from (_item(line, text, frame) for line, text in words.take())
        if words.unparsed > longest:
            raise TooMuch(f"One of its tags, comments or scripts is longer than {longest:,} bytes.")
        data = stream.read(_AT_ONCE)
    words.feed(decoder.decode(b"", final=True))
    yield from (_item(line, text, frame) for line, text in words.finish())


def _item(line: int, text: str | None, frame: Frame) -> Entry:
    if text is None:
        return frame.unread(f"line {line}", f"It is longer than {frame.limits.record_bytes:,} bytes.")
    return frame.item(f"line {line}", text, line=line, surface="post")


def _encoding(head: bytes) -> str:
    """What the page names, where Python knows it; else UTF-8 where the beginning is, and Windows-1252."""
    named = _NAMED.search(head[:4096])
    try:
        return codecs.lookup(named[1].decode()).name if named else guessed_encoding(head)
    except LookupError:
        return guessed_encoding(head)
