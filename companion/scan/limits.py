"""How much a scan takes from one source, so that a file made to do harm does none."""

from __future__ import annotations

from dataclasses import dataclass


class TooMuch(Exception):
    """A source gives more than it may; the message is one sentence for a person."""


@dataclass(frozen=True)
class Limits:
    unpacked_bytes: int
    """Of one archive, all its files together."""
    record_bytes: int
    """Of one record: a line, a message, an element of a JSON document."""
    ratio: int = 200
    """Bytes out for a byte in. Text shrinks to a tenth, seldom to a fiftieth; bombs begin at a thousand."""
    ratio_from: int = 10_000_000
    """Bytes that may come out before the ratio counts: a small file of one repeated line is no bomb."""
