"""One sentence to learn from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from companion.tone.classes import CLASSES

UNKNOWN = -1.0
"""A target nobody knows; the loss leaves it out."""


@dataclass(frozen=True)
class Example:
    """`marks` are [start, end) in code points and the class they speak for; None when nobody knows where."""

    text: str
    targets: dict[str, float]
    source: str
    marks: tuple[tuple[int, int, str], ...] | None = None
    weight: float = 1.0

    @property
    def row(self) -> list[float]:
        return [self.targets.get(name, UNKNOWN) for name in CLASSES]


def share_of(key: str) -> float:
    """A text's own number in [0, 1): decides, once and for all, to which split it belongs."""
    return int.from_bytes(hashlib.blake2b(" ".join(key.lower().split()).encode(), digest_size=4).digest()) / 2**32


def split_of(text: str) -> str:
    """`train`, `dev` (calibration, thresholds, choices) or `test` (figures only)."""
    share = share_of(text)
    return "test" if share < 0.1 else "dev" if share < 0.17 else "train"
