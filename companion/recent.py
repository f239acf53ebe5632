"""The answers asked for last, each kept under its question, so that what comes again costs nothing."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """At most so many answers; the one that nobody asked for longest goes first. Several threads may ask at once: at
    worst they find an answer anew."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        known = self._known.pop(key, None)
        if known is not None:
            self._known[key] = known
        return known

    def keep(self, key: K, value: V) -> V:
        self._known[key] = value
        if len(self._known) > self._most:
            self._known.popitem(last=False)
        return value
