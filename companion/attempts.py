"""Counts failures in a short window, without ever sleeping: too many of them are answered with 429."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Callable

_MANY_KEYS = 1000


class Attempts:
    """At most `limit` failures of one key in `window_s` seconds. Kept in memory only."""

    def __init__(self, limit: int, window_s: float, now: Callable[[], float] = time.monotonic) -> None:
        self._limit = limit
        self._window_s = window_s
        self._now = now
        self._failures: dict[str, deque[float]] = defaultdict(deque)

    def too_many(self, key: str) -> bool:
        recent = self._failures.get(key)
        if not recent:
            return False
        while recent and recent[0] <= self._now() - self._window_s:
            recent.popleft()
        return len(recent) >= self._limit

    def failed(self, key: str) -> None:
        if len(self._failures) >= _MANY_KEYS:  # someone invents keys; forgetting them all costs that one nothing
            self._failures.clear()
        self._failures[key].append(self._now())
