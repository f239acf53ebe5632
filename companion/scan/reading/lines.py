"""Lines of a text of any size: none takes more memory than it may, and those that are not UTF-8 are read, too."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

FALLBACK = "windows-1252"
"""What programs of offices write that do not write UTF-8."""


@dataclass(frozen=True)
class Line:
    number: int
    text: str
    is_cut: bool = False
    """Longer than `longest`: only its beginning is here."""


def lines(stream: BinaryIO, longest: int) -> Iterator[Line]:
    """With their ends; `longest` counts bytes."""
    number = 0
    while data := stream.readline(longest):
        number += 1
        is_cut = len(data) == longest and not data.endswith(b"\n")
        rest = data
        while is_cut and rest and not rest.endswith(b"\n"):
            rest = stream.readline(1 << 16)
        yield Line(number, decoded(data), is_cut)


def decoded(data: bytes) -> str:
    """UTF-8, else Windows-1252: no byte sequence fails."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(FALLBACK, errors="replace")


def guessed_encoding(head: bytes) -> str:
    """UTF-8 where the beginning is, else Windows-1252."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # a letter cut at the end is no mistake
    except UnicodeDecodeError:
        return FALLBACK
    return "utf-8"


def head_of(stream: BinaryIO, size: int = 1 << 16) -> bytes:
    """What comes next, at most `size` bytes and maybe less, without taking it."""
    return stream.peek(size)[:size] if isinstance(stream, io.BufferedReader) else b""
