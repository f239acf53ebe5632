"""How far a long command has come: on a terminal only, and gone when it is done."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def with_progress(items: Sequence[T], what: str) -> Iterator[T]:
    """The items themselves; standard error shows `12 of 150 rules` meanwhile."""
    shows = sys.stderr.isatty()
    for number, item in enumerate(items, 1):
        if shows:
            print(f"\r{number} of {len(items)} {what}", end="", file=sys.stderr, flush=True)
        yield item
    if shows:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
