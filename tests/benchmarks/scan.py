"""`make bench-scan`: how fast an archive is scanned, beside Presidio and Detoxify called post by post, in one run.

Rounds alternate, so that what else the computer does meets both. Times to load are left out on both sides. Processor
time is given beside elapsed time, because on a busy computer the latter says little. With --linear archives of growing
size are scanned instead: seconds a thousand posts, and the most memory that a process held, should not grow.
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

from companion.scan.checking import Asked
from companion.scan.engines import Here, Part, Processes
from companion.scan.limits import Limits
from companion.scan.read import Read, read_all
from companion.scan.reading.frame import Frame
from companion.scan.run import parts
from tests.benchmarks.made_up_posts import posts
from tests.benchmarks.raw_pair import raw_pair

ROUNDS = 4
WARM_PARTS = 4
MEASURED = 300
"""Posts a round."""
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
            engine = Here() if workers == 1 else Processes(workers)
            start, count, used, most = time.perf_counter(), 0, processor_seconds(), 0.0
            spent = used
            for checked in engine.check(parts_of(path), Asked()):
                count += checked.items
                most = max(most, *(process.memory_info().rss / 1e6 for process in processes()))
                spent = max(spent, processor_seconds())
            seconds = (time.perf_counter() - start, (spent - used) / count * 1000)
            each = seconds[0] / count * 1000
            print(f"{count:>9,}{seconds[0]:>9.0f}{each:>14.2f}{seconds[1]:>24.2f}{most:>16.0f}", flush=True)
            path.unlink()


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
    arguments = asked.parse_args()
    if arguments.linear:
        linear(arguments.linear, arguments.workers)
    else:
        compare(arguments)


if __name__ == "__main__":
    main()
