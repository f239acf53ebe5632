"""What runs the parts of a scan. Results come in the order of the parts, whoever was quicker."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Protocol

from companion.scan.checking import Asked, Checked, check_part, unread
from companion.scan.item import Entry, Item

Part = Sequence[Entry]

_AHEAD = 3
"""Parts that are read for each worker before they are needed: enough that none waits, few enough to hold."""

GAVE_UP = "Checking this ended the program that checked it, twice; it was not checked."


class Engine(Protocol):
    def check(self, parts: Iterable[Part], asked: Asked) -> Iterator[Checked]:
        """In the order of the parts. Reads ahead only a little, so that memory stays flat."""


class Here:
    """In this process: for a few items other processes would take longer to start than to work."""

    def check(self, parts: Iterable[Part], asked: Asked) -> Iterator[Checked]:
        for part in parts:
            yield check_part(part, asked)


class Processes:
    """One process a core, each with the models, which keep to one thread. One that dies is replaced."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def check(self, parts: Iterable[Part], asked: Asked) -> Iterator[Checked]:
        source = iter(parts)
        waiting: deque[tuple[Part, Future[Checked]]] = deque()
        pool = self._pool()
        try:
            while True:
                while len(waiting) < self._workers * _AHEAD and (part := next(source, None)) is not None:
                    waiting.append((part, _submitted(pool, part, asked)))
                if not waiting:
                    return
                try:
                    checked = waiting[0][1].result()
                except BrokenProcessPool:
                    pool.shutdown(wait=False)
                    checked = self._again(waiting[0][0], asked)
                    pool = self._pool()
                    waiting = deque((p, _submitted(pool, p, asked)) for p, _ in waiting)
                waiting.popleft()
                yield checked
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            if waiting:  # stopped midway: nobody wants what they are still busy with
                for worker in multiprocessing.active_children():
                    worker.terminate()

    def _pool(self) -> ProcessPoolExecutor:
        # Spawned: the models hold threads and locks that a fork would copy in the middle of something.
        return ProcessPoolExecutor(self._workers, multiprocessing.get_context("spawn"), _begin)

    def _again(self, part: Part, asked: Asked) -> Checked:
        """Nobody knows which item, if any, ended the process: first all together once more, then each alone."""
        together = _alone(part, asked)
        return together or _sum([_alone([entry], asked) or _given_up(entry) for entry in part])


def _alone(part: Part, asked: Asked) -> Checked | None:
    """In a process of its own; None when that ends, too."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _begin) as pool:
        try:
            return pool.submit(check_part, part, asked).result()
        except BrokenProcessPool:
            return None


def _given_up(entry: Entry) -> Checked:
    whose: dict[str, int] = {entry.whose: 1} if isinstance(entry, Item) else {}
    return Checked([unread(entry.source, entry.where, GAVE_UP)], entries=1, items=1, whose=whose)


def _sum(each: Sequence[Checked]) -> Checked:
    months: Counter[str] = Counter()
    whose: Counter[str] = Counter()
    for one in each:
        months.update(one.months)
        whose.update(one.whose)
    results = [result for one in each for result in one.results]
    counts = sum(one.entries for one in each), sum(one.items for one in each)
    return Checked(results, *counts, dict(months), dict(whose))


def _submitted(pool: ProcessPoolExecutor, part: Part, asked: Asked) -> Future[Checked]:
    try:
        with _only_here_heard():
            return pool.submit(check_part, part, asked)
    except BrokenProcessPool as error:  # it broke between two parts: said when the part's turn comes
        broken: Future[Checked] = Future()
        broken.set_exception(error)
        return broken


@contextmanager
def _only_here_heard() -> Iterator[None]:
    """A process that is started meanwhile hears no Ctrl+C, not even while it is importing; this one does, after it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """In each worker: Ctrl+C is for the parent to hear, and whatever ends the parent ends it, too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
