"""`foreword scan`: an archive in, reports out. Works without a running companion."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path

from companion import __version__
from companion.assemble import policy_in_use
from companion.cli.scan_arguments import LAST
from companion.cli.scan_progress import ScanProgress
from companion.cli.scan_table import ScanTable
from companion.errors import BadDraft, CannotWrite
from companion.scan.checking import Asked, ready
from companion.scan.engines import Engine, Here, Processes
from companion.scan.item import Entry, Unread
from companion.scan.limits import Limits
from companion.scan.outputs import SHAPES, shape_of, write_report
from companion.scan.read import Read, read_all
from companion.scan.reading.frame import Frame
from companion.scan.reports.report import About, Report
from companion.scan.run import checked_parts, scan_into, scan_to
from companion.scan.since import Memory, OnlyNew, Younger
from companion.scan.sources import STDIN, sources
from companion.scan.summary import Summary
from companion.scan.workfile import WorkFile, part_of
from companion.settings import settings


def scan(arguments: argparse.Namespace) -> int:
    for path in arguments.out:
        shape_of(path)  # a wrong ending is said before hours of work
        if path.absolute() in {Path(named).absolute() for named in arguments.paths}:
            raise BadDraft(f"{path}: it is to be scanned; give the report another name.")
    without = {each.absolute() for path in arguments.out for each in (path, part_of(path))}
    pack = policy_in_use()
    asked = Asked(arguments.redact, pack.version)
    limits = Limits(settings().scan_unpacked_bytes, settings().scan_record_bytes)
    size, stamp = _measured(arguments.paths, limits, without)
    memory, seen = Memory(settings().state), Read()
    frame = _frame(arguments, limits)
    entries: Iterator[Entry] = read_all(arguments.paths, frame, arguments.format, seen, without)
    since = _since(arguments, memory)
    if since is not None:
        entries = since.filtered(entries)
    about = About(
        pack=pack.file,
        policy=pack.version,
        named=tuple(arguments.paths),
        date=f"{datetime.now():%Y-%m-%d}",
        mode=arguments.mode,
        redacted=arguments.redact,
        since=arguments.since,
        formats=seen.formats,
    )
    _say_what_is_missing(asked)
    with ScanProgress(seen, size) as progress:
        job = _Job(about, asked, _engine(arguments), progress, since)
        if arguments.out:
            marks = (stamp, __version__, *(f"{k}={v}" for k, v in sorted(vars(arguments).items()) if k in _MATTERS))
            work = WorkFile(arguments.out[0], memory.hash(pack.version, *marks).hex(), memory, afresh=arguments.afresh)
            summary = job.into_files(entries, work, arguments.out, arguments.shape)
        else:
            summary = job.to_screen(entries, arguments.shape)
    if since is not None:
        since.keep()
    return 1 if summary.is_worth_a_look else 0


_MATTERS = ("paths", "format", "column", "mode", "surface", "site", "own", "since", "redact")
"""Arguments without which an interrupted scan is another one."""


class _Job:
    def __init__(
        self, about: About, asked: Asked, engine: Engine, progress: ScanProgress, since: OnlyNew | Younger | None
    ) -> None:
        self._about = about
        self._asked = asked
        self._engine = engine
        self._progress = progress
        self._since = since

    def to_screen(self, entries: Iterator[Entry], shape: str | None) -> Summary:
        try:
            report = self._shown(shape)
            checked = checked_parts(entries, self._engine, self._asked)
            summary = scan_to(report, checked, self._progress.on_part)
            return self._ended(report, summary)
        except BrokenPipeError:
            raise
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python would try again at its end
            raise CannotWrite(f"standard output: {error.strerror}.") from None

    def into_files(self, entries: Iterator[Entry], work: WorkFile, outs: list[Path], shape: str | None) -> Summary:
        """Interrupted, it leaves what it has done; finished, only the reports."""
        if work.resumed:
            print(f"foreword: going on after {work.course.summary.items:,} items.", file=sys.stderr)
        try:
            checked = checked_parts(entries, self._engine, self._asked, work.course.entries)
            summary = scan_into(work, checked, self._progress.on_part)
            summary.skipped = self._since.skipped if self._since else 0
            for path in outs:
                write_report(path, self._about, work.results(), summary)
        except KeyboardInterrupt:
            work.close()
            done = work.course.summary.items
            goes_on = "and the same command goes on there" if done else "so the same command begins anew"
            print(f"foreword: stopped; {done:,} items are done, {goes_on}.", file=sys.stderr)
            raise
        report = self._shown(shape)
        for result in work.results() if shape else ():
            report.add(result)
        work.remove()
        return self._ended(report, summary)

    def _shown(self, shape: str | None) -> Report:
        make = SHAPES.get(shape or "table", ScanTable)
        return make(sys.stdout, self._about)

    def _ended(self, report: Report, summary: Summary) -> Summary:
        summary.skipped = self._since.skipped if self._since else 0
        report.end(summary)
        sys.stdout.flush()
        return summary


def _frame(arguments: argparse.Namespace, limits: Limits) -> Frame:
    return Frame(
        source="",
        limits=limits,
        mode=arguments.mode,
        surface=arguments.surface,
        site=arguments.site,
        columns=dict(arguments.column),
        own=tuple(arguments.own),
    )


def _measured(paths: list[str], limits: Limits, without: Collection[Path]) -> tuple[int | None, str]:
    """(bytes to read, a stamp that changes when a file does). Raises CannotRead for a path that is not there."""
    found = [one for one in sources(paths, limits, without) if not isinstance(one, Unread)]
    size = None if STDIN in paths else sum(one.size or 0 for one in found)
    return size, repr([(one.name, one.size, one.modified) for one in found])


def _since(arguments: argparse.Namespace, memory: Memory) -> OnlyNew | Younger | None:
    if arguments.since is None:
        return None
    if arguments.since != LAST:
        return Younger(arguments.since)
    if STDIN in arguments.paths:
        raise BadDraft("--since LAST needs a file or folder that has a name; standard input has none.")
    return OnlyNew(memory, arguments.paths)


def _engine(arguments: argparse.Namespace) -> Engine:
    workers = arguments.workers or _cores()
    if arguments.engine == "dask":
        from companion.scan.dask_engine import Dask

        if arguments.scheduler:
            print(f"foreword: the texts are sent to the workers of {arguments.scheduler}.", file=sys.stderr)
        return Dask(workers, arguments.scheduler)
    if arguments.scheduler:
        raise BadDraft("--scheduler is for --engine dask.")
    return Here() if workers == 1 else Processes(workers)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _say_what_is_missing(asked: Asked) -> None:
    """A check that could not be started is named, as in `foreword check`; with --redact it is an error."""
    reviewer = ready(asked)
    for state in reviewer.states:
        if state.state == "failed":
            print(f"foreword: the check “{state.name}” could not be started: {state.detail}", file=sys.stderr)
    if asked.redact:
        reviewer.private_parts("")
