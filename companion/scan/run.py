"""Entries → parts → results, in one order, whatever runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from companion.errors import CannotWrite
from companion.scan.checking import Asked, Checked
from companion.scan.engines import Engine, Here, Part
from companion.scan.item import Entry
from companion.scan.reports.report import Report
from companion.scan.summary import Summary
from companion.scan.workfile import WorkFile

TOGETHER = 25
"""Entries of a part: a quarter of a second's work, so that progress shows and little is done twice."""
FEW = 100
"""Entries that this process checks by itself, whatever the number of workers: others would still be starting."""

OnPart = Callable[[Checked], None]


def checked_parts(entries: Iterable[Entry], engine: Engine, asked: Asked, done: int = 0) -> Iterator[Checked]:
    """Results in the order of the entries; the first `done` were checked by an earlier run."""
    rest = islice(entries, done, None)
    first = list(islice(rest, FEW + 1))
    engine = Here() if len(first) <= FEW else engine
    yield from engine.check(parts(chain(first, rest)), asked)


def parts(entries: Iterable[Entry]) -> Iterator[Part]:
    source = iter(entries)
    while part := list(islice(source, TOGETHER)):
        yield part


def scan_to(report: Report, checked: Iterable[Checked], on_part: OnPart) -> Summary:
    """Straight into a report, which is not ended yet."""
    summary = Summary()
    for part in checked:
        summary.add(part)
        for result in part.results:
            report.add(result)
        on_part(part)
    return summary


def scan_into(work: WorkFile, checked: Iterable[Checked], on_part: OnPart) -> Summary:
    """Into a work file, of which reports are made when all is done. Raises CannotWrite; what was written is kept."""
    try:
        for part in checked:
            work.add(part)
            on_part(part)
    except OSError as error:
        why = f"{work.path}: {error.strerror}. What is done so far is kept; the same command goes on from there."
        raise CannotWrite(why) from None
    return work.course.summary
