"""Whose turn it is: a draft that somebody is writing goes before the items of a scan.

Checks wait for each other, so that many drafts at once cannot take every thread from `status` and `pair`.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar, TypeVarTuple

import anyio
import anyio.to_thread

_CHECKS_AT_ONCE = 4
# Two: while the models compute for one, Python's lock is free for the other.
SCANNED_AT_ONCE = 2

A = TypeVarTuple("A")
R = TypeVar("R")


class Turns:
    """One for each companion; everything runs in its event loop."""

    def __init__(self) -> None:
        self._checks = anyio.CapacityLimiter(_CHECKS_AT_ONCE)
        self._scanning = ThreadPoolExecutor(SCANNED_AT_ONCE, "foreword-scan")
        self._writers = 0
        self._nobody_writes = threading.Event()
        self._nobody_writes.set()

    async def for_writer(self, act: Callable[[*A], R], *arguments: *A) -> R:
        self._writers += 1
        self._nobody_writes.clear()
        try:
            return await anyio.to_thread.run_sync(act, *arguments, limiter=self._checks)
        finally:
            self._writers -= 1
            if not self._writers:
                self._nobody_writes.set()

    def for_scan(self, act: Callable[[*A], R], *arguments: *A) -> asyncio.Future[R]:
        """In its turn, and not while somebody writes. What is cancelled before it has begun is not done; what has begun
        is finished, and a writer need not wait for it.
        """
        return asyncio.wrap_future(self._scanning.submit(self._while_nobody_writes, partial(act, *arguments)))

    def _while_nobody_writes(self, act: Callable[[], R]) -> R:
        self._nobody_writes.wait()
        return act()
