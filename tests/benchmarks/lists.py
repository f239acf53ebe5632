"""`make bench-lists`: a list of 100,000 made-up terms: how long the import takes, what a check costs more, the memory.

The post has 280 characters and names no term, or one; what is measured is the whole detector. Times are processor
time, so that other programs do not count. Memory is resident memory (Linux): what the process holds more once the list
is read, and the most it held more while importing.
"""

from __future__ import annotations

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from companion.detectors.confidential_lists import ConfidentialLists
from companion.draft import Draft
from companion.lists.csv_column import cells
from companion.lists.importing import import_list
from companion.lists.library import Library
from companion.lists.normalise import normalised, runs, words
from companion.rules.load import load_pack
from companion.settings import rules_folder, settings
from tests.benchmarks.check import text_of

TERMS = 100_000
ROUNDS = 300
_SYLLABLES = ("bar", "den", "fel", "gor", "hal", "kin", "lor", "mar", "nev", "pol", "quin", "ros", "sel", "tar", "vor")


def made_up(count: int) -> list[str]:
    """Names of two or three words, and file numbers: what such lists hold. The same ones in every run."""
    draw = random.Random(7)  # noqa: S311  made-up names, no secret

    def word() -> str:
        return "".join(draw.choices(_SYLLABLES, k=draw.randint(2, 3))).capitalize()

    def term(number: int) -> str:
        return (
            f"{number % 30:02}-CV-{number:06}" if number % 4 == 0 else " ".join(word() for _ in range(2 + number % 2))
        )

    return [f"{term(number)} {word()}" if number % 4 else term(number) for number in range(count)]


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def milliseconds(act: Callable[[Draft], object], text: str) -> tuple[float, float]:
    """(p50, p95); each text differs a little, so that nothing is remembered."""
    taken = []
    for number in range(ROUNDS):
        changed = Draft(text=f"{text} {number}")
        start = time.process_time()
        act(changed)
        taken.append((time.process_time() - start) * 1000)
    return statistics.median(taken), statistics.quantiles(taken, n=20)[18]


def measure_import(state: Path, file: Path) -> None:
    before, start = resident_mb(), time.process_time()
    seen = import_list(Library(state), "bench", cells(file, "term"))
    taken = time.process_time() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    size = Library(state).path("bench").stat().st_size / 1e6
    print(f"import: {seen.terms:,} terms, {seen.duplicates:,} there twice, {seen.refused:,} refused")
    print(f"  {taken:.1f} s on one core; {most - before:.0f} MB more than before at most; {size:.1f} MB on disk")


def measure_checks(state: Path) -> None:
    detector = ConfidentialLists(load_pack(rules_folder(), settings().pack), Library(state))
    before, start = resident_mb(), time.process_time()
    detector.load()
    print(f"reading the list: {(time.process_time() - start) * 1000:.0f} ms, {resident_mb() - before:.1f} MB")
    (index,) = Library(state).read().lists
    term = made_up(2)[1]
    for what, text in (("names no term", text_of(280)), ("names a term", f"{text_of(280 - len(term))} {term}")):
        p50, p95 = milliseconds(detector.detect, text)
        tried = sum(1 for _ in runs(words(text), index.lengths))
        found = len(detector.detect(Draft(text=text)))
        print(f"  280 characters, {what}: p50 {p50:.2f} ms, p95 {p95:.2f} ms ({tried} runs of words, {found} found)")
    guesses = [normalised(f"guess {n}") for n in range(20_000)]
    start = time.process_time()
    for guess in guesses:
        index.holds(guess)
    print(f"wrong guesses by whoever holds key and file: {len(guesses) / (time.process_time() - start):,.0f} a second")


def main() -> None:
    """Import and checks are processes of their own, so that the memory of the one is not the other's."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "terms.csv").write_text("\n".join(["term", *made_up(TERMS)]), "utf-8")
        plain = os.environ | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
        for part in ("import", "check"):
            command = [sys.executable, "-m", "tests.benchmarks.lists", part, folder]
            subprocess.run(command, check=True, env=plain)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["import", state]:
            measure_import(Path(state), Path(state) / "terms.csv")
        case ["check", state]:
            measure_checks(Path(state))
        case _:
            main()
