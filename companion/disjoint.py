"""Intervals that may not overlap: first come, first kept. n of them cost n log n, however many there are in a draft."""

from __future__ import annotations

from bisect import bisect_left, insort


class Disjoint:
    def __init__(self) -> None:
        self._kept: list[tuple[int, int]] = []

    def take(self, start: int, end: int) -> bool:
        """Keeps [start, end) when nothing that was kept overlaps it."""
        at = bisect_left(self._kept, (start, end))
        after = self._kept[at] if at < len(self._kept) else None
        before = self._kept[at - 1] if at else None
        if (after and after[0] < end and start < after[1]) or (before and start < before[1] and before[0] < end):
            return False
        insort(self._kept, (start, end))
        return True
