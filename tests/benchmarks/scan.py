"""`make bench-scan`: how fast an archive is scanned, beside Presidio and Detoxify called post by post, in one run.

Rounds alternate, so that what else the computer does meets both. Times to load are left out on both sides. Processor
time is given beside elapsed time, because on a busy computer the latter says little. With --linear archives of growing
size are scanned instead: seconds a thousand posts, and the most memory that a process held, should not grow. With
--million one archive is scanned that repeats itself, as archives do, and each tenth of it is told.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from companion.assemble import policy_in_use
from companion.scan.checking import Asked, Checked
from companion.scan.engines import Here, Part, Processes
from companion.scan.limits import Limits
from companion.scan.read import Read, read_all
from companion.scan.reading.frame import Frame
from companion.scan.reports.json_lines import JsonLines
from companion.scan.reports.report import About
from companion.scan.run import OnPart, checked_parts, parts, scan_to
from tests.benchmarks.made_up_posts import posts, repeated
from tests.benchmarks.raw_pair import raw_pair

ROUNDS = 4
WARM_PARTS = 4
MEASURED = 300
"""Posts a round."""
DIFFERENT = 12_000
"""Texts in a million posts that repeat themselves."""
LIMITS = Limits(unpacked_bytes=1 << 40, record_bytes=1 << 25)


def archive(folder: str, count: int, seed: int) -> Path:
    path = Path(folder) / f"{seed}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(post) + "\n" for post in posts(count, seed))
    return path


def parts_of(path: Path) -> Iterator[Part]:
    return parts(read_all([str(path)], Frame("", LIMITS), None, Read()))


def processes() -> list[psutil.Process]:
    """This one and the workers."""
    return [psutil.Process(), *(psutil.Process(child.pid) for child in multiprocessing.active_children())]


def processor_seconds() -> float:
    return sum(sum(process.cpu_times()[:2]) for process in processes())


def ours(path: Path, workers: int) -> tuple[float, float, int]:
    """(elapsed seconds, processor seconds, posts) from the moment every worker has begun."""
    engine = Here() if workers == 1 else Processes(workers)
    running = engine.check(parts_of(path), Asked())
    for _ in range(WARM_PARTS * workers):
        next(running)
    start, used, count = time.perf_counter(), processor_seconds(), 0
    for checked in running:
        count += checked.items
        if count >= MEASURED:  # while every worker is still there to be asked for its processor time
            return time.perf_counter() - start, processor_seconds() - used, count
    raise RuntimeError("the archive is too small to measure")


def theirs(texts: list[str], check: object) -> tuple[float, float]:
    assert callable(check)
    start, used = time.perf_counter(), time.process_time()
    for text in texts:
        check(text)
    return time.perf_counter() - start, time.process_time() - used


def compare(arguments: argparse.Namespace) -> None:
    check = raw_pair(arguments.spacy_model, arguments.workers)
    if check is None:
        return
    check("The first one takes longer.")
    _say_where(arguments.workers)
    print(f"{'':<34}{'ms a post':>11}{'posts/s':>9}{'processor ms':>14}")
    totals = {"ours": [0.0, 0.0, 0.0], "theirs": [0.0, 0.0, 0.0]}
    with tempfile.TemporaryDirectory() as folder:
        for round_ in range(ROUNDS):
            path = archive(folder, MEASURED + 25 * (WARM_PARTS * arguments.workers + 20), seed=round_)
            texts = [
                json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()[200 : 200 + arguments.sample]
            ]
            elapsed, spent, count = ours(path, arguments.workers)
            _wait_for_workers()
            raw_elapsed, raw_spent = theirs(texts, check)
            for name, more in (("ours", (elapsed, spent, count)), ("theirs", (raw_elapsed, raw_spent, len(texts)))):
                totals[name] = [a + b for a, b in zip(totals[name], more, strict=True)]
    rows = {"ours": "foreword scan", "theirs": "Presidio, then Detoxify, post by post"}
    milliseconds = {}
    for name, (seconds, used, checked) in totals.items():
        milliseconds[name] = (seconds / checked * 1000, used / checked * 1000)
        wall, processor = milliseconds[name]
        print(f"{rows[name]:<34}{wall:>11.1f}{1000 / wall:>9.1f}{processor:>14.1f}")
    wall, processor = (milliseconds["theirs"][n] / milliseconds["ours"][n] for n in (0, 1))
    print(f"ratio: {wall:.1f} × in elapsed time, {processor:.1f} × in processor time")


def linear(sizes: list[int], workers: int) -> None:
    _say_where(workers)
    print(f"{'posts':>9}{'seconds':>9}{'s a thousand':>14}{'processor s a thousand':>24}{'most memory MB':>16}")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = archive(folder, size, seed=size)
            pace = Pace()
            scanned(path, workers, pace.on_part)
            pace.say()
            path.unlink()


def million(count: int, workers: int) -> None:
    """One archive, told tenth by tenth: if work or memory grew with what came before, the last would show it."""
    texts = count * DIFFERENT // 1_000_000
    print(f"{count:,} posts of {texts:,} different texts, read, checked, counted and written as JSON Lines")
    _say_where(workers)
    print(f"{'posts':>9}{'seconds':>9}{'s a thousand':>14}{'processor s a thousand':>24}{'most memory MB':>16}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "million.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(post) + "\n" for post in repeated(count, texts))
        began, pace = time.perf_counter(), Pace(count // 10)
        scanned(path, workers, pace.on_part)
        print(f"in all {time.perf_counter() - began:.0f} s")


def scanned(path: Path, workers: int, on_part: OnPart) -> None:
    """As `foreword scan PATH --as jsonl` does it."""
    with Path(os.devnull).open("w") as nowhere:
        engine = Here() if workers == 1 else Processes(workers)
        pack = policy_in_use()
        report = JsonLines(nowhere, About(pack.file, pack.version, (str(path),), "", "official"))
        entries = read_all([str(path)], Frame("", LIMITS), None, Read())
        report.end(scan_to(report, checked_parts(entries, engine, Asked()), on_part))


class Pace:
    """How fast it goes and how much memory the largest process holds, since the last time it was said."""

    def __init__(self, every: int | None = None) -> None:
        self._every = every
        self._all = 0
        self._begin()

    def _begin(self) -> None:
        self._start, self._used, self._spent = time.perf_counter(), processor_seconds(), 0.0
        self._count, self._most = 0, 0.0

    def on_part(self, checked: Checked) -> None:
        self._count += checked.items
        self._all += checked.items
        if self._all % 1_000 < checked.items:
            self._most = max(self._most, *(process.memory_info().rss / 1e6 for process in processes()))
            self._spent = max(self._spent, processor_seconds() - self._used)
        if self._every and self._count >= self._every:
            self.say()
            self._begin()

    def say(self) -> None:
        seconds, each = time.perf_counter() - self._start, self._count / 1000
        print(
            f"{self._all:>9,}{seconds:>9.0f}{seconds / each:>14.2f}{self._spent / each:>24.2f}{self._most:>16.0f}",
            flush=True,
        )


def _wait_for_workers() -> None:
    """They were told to stop; nothing of them may meet the others' measurement."""
    for child in multiprocessing.active_children():
        child.join()


def _say_where(workers: int) -> None:
    print(
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {workers} workers; posts of 170 characters on average"
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--spacy-model", default="en_core_web_sm", help="name or folder of Presidio's language model")
    asked.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--sample", type=int, default=40, help="posts a round for Presidio and Detoxify")
    asked.add_argument("--linear", type=int, nargs="+", metavar="POSTS", help="scan archives of these sizes instead")
    asked.add_argument(
        "--million",
        type=int,
        nargs="?",
        const=1_000_000,
        metavar="POSTS",
        help="scan one archive that repeats itself, told by tenths",
    )
    arguments = asked.parse_args()
    if arguments.million:
        million(arguments.million, arguments.workers)
    elif arguments.linear:
        linear(arguments.linear, arguments.workers)
    else:
        compare(arguments)


if __name__ == "__main__":
    main()
