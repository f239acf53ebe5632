"""Plain text: one item, as long as it is short enough to be checked whole; a longer one is cut between paragraphs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from companion.scan.item import Entry
from companion.scan.reading.frame import Frame
from companion.scan.reading.lines import guessed_encoding, head_of

TOGETHER = 10_000
"""Characters; half of what is checked of one draft by default."""


def read(stream: BinaryIO, frame: Frame) -> Iterator[Entry]:
    text = io.TextIOWrapper(stream, guessed_encoding(head_of(stream)), errors="replace", newline="\n")
    held: list[str] = []
    number = first = 1
    size = 0
    while line := text.readline(TOGETHER):
        is_between = not line.strip()
        if held and (size + len(line) > TOGETHER or (is_between and size > TOGETHER // 2)):
            yield from _piece(held, first, frame)
            held, size = [], 0
        if not held:
            first = number
        held.append(line)
        size += len(line)
        number += line.endswith("\n")
    yield from _piece(held, first, frame)
    text.detach()


def _piece(held: list[str], first: int, frame: Frame) -> Iterator[Entry]:
    text = "".join(held)
    if text.strip():
        first += text[: len(text) - len(text.lstrip())].count("\n")
        yield frame.item(f"line {first}", text.strip(), line=first)
