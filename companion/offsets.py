"""Code points ↔ UTF-16 code units: the only place that converts (architecture.md, "The contract").

Python counts code points, JavaScript counts UTF-16 units; they differ after every character outside the
Basic Multilingual Plane (most emoji).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import TypeAlias


class Utf16:
    """Both directions for one text; built in one pass, each look-up O(log number of astral characters)."""

    Converter: TypeAlias = Callable[[int], int]

    def __init__(self, text: str) -> None:
        self._astral = [] if text.isascii() else [i for i, c in enumerate(text) if c > "\uffff"]
        # In UTF-16 the k-th astral character starts k units later than in code points.
        self._astral16 = [i + k for k, i in enumerate(self._astral)]

    def from_code_point(self, index: int) -> int:
        """Code-point index → UTF-16 index."""
        return index + bisect_left(self._astral, index)

    def to_code_point(self, index16: int) -> int:
        """UTF-16 index → code-point index; the middle of a surrogate pair counts as its start."""
        before = bisect_right(self._astral16, index16 - 1)
        if before and self._astral16[before - 1] == index16 - 1:
            return self._astral[before - 1]
        return index16 - before
