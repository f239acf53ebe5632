"""`make bench`: the speed budget, every figure from one run on this machine; writes its part of docs/performance.md.

Texts differ from one another, so nothing is remembered but what a writer's own draft leaves behind. Foreword and what
it is compared with take turns on the same texts, so a busy machine slows both.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from companion.assemble import policy_in_use, reviewer_for
from companion.cli.serve import DETECTORS_AT_ONCE
from companion.draft import Draft
from companion.review import Reviewer
from tests.benchmarks import typing
from tests.benchmarks.drafts import drafts
from tests.benchmarks.others import pair
from tests.benchmarks.written import write_part
from tests.browser.companion_process import Companion

LENGTHS = (40, 280, 2_000)
LONGEST = 20_000
ROUNDS = 60


@dataclass(frozen=True)
class Times:
    """Milliseconds."""

    all: Sequence[float]

    @property
    def p50(self) -> float:
        return statistics.median(self.all)

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.all, n=20)[18]

    def __str__(self) -> str:
        return f"{self.p50:.1f} / {self.p95:.1f}"


def took(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def checks(
    reviewer: Reviewer, other: Callable[[str], object] | None, rounds: int
) -> Iterator[tuple[int, Times, Times, Times | None]]:
    """For each length: a new draft, the same with one more letter, and the pair on the new draft."""
    for length in LENGTHS:
        full, more, others = [], [], []
        for text in drafts(length, rounds):
            full.append(took(lambda t=text: reviewer.review(Draft(text=t))))  # type: ignore[misc]
            more.append(took(lambda t=text: reviewer.review(Draft(text=t + "s"))))  # type: ignore[misc]
            if other:
                others.append(took(lambda t=text: other(t)))  # type: ignore[misc]
        yield length, Times(full), Times(more), Times(others) if others else None


def per_character(reviewer: Reviewer) -> list[tuple[int, float]]:
    """Microseconds a character, for drafts twice as long each time: constant when cost is linear."""
    lengths = [LONGEST // 8, LONGEST // 4, LONGEST // 2, LONGEST]
    rows = []
    for length in lengths:
        taken = [took(lambda t=text: reviewer.review(Draft(text=t))) for text in drafts(length, 3, 2)]  # type: ignore[misc]
        rows.append((length, statistics.median(taken) * 1000 / length))
    return rows


@dataclass(frozen=True)
class Start:
    listening_s: float
    first_answer_s: float
    ready_s: float
    megabytes: float


def start_up(rounds: int = 3) -> Start:
    """The companion as people run it; medians. Memory is resident after a hundred different drafts."""
    seen = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as state:
            began = time.perf_counter()
            companion = Companion(Path(state))
            companion.start(until="listening")
            listening = time.perf_counter() - began
            companion.post("/v1/check", {"text": "Call me at (770) 555-0142."})
            answered = time.perf_counter() - began
            companion.wait_until_ready()
            ready = time.perf_counter() - began
            for text in drafts(280, 100, 3):
                companion.post("/v1/check", {"text": text})
            memory = psutil.Process(companion.pid).memory_info().rss / 1e6
            companion.stop()
        seen.append(Start(listening, answered, ready, memory))
    return Start(*(statistics.median(getattr(s, name) for s in seen) for name in Start.__dataclass_fields__))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spacy-model", default="en_core_web_sm", help="name or folder of Presidio's language model")
    parser.add_argument("--no-browser", action="store_true", help="leave out what is measured in Chromium")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"drafts of each length (default: {ROUNDS})")
    arguments = parser.parse_args()
    load = os.getloadavg()[0]
    start = start_up()
    reviewer = reviewer_for(policy_in_use(), budget_ms=60_000, at_once=DETECTORS_AT_ONCE)
    reviewer.load()
    reviewer.review(Draft(text=drafts(280, 1, 9)[0]))
    rows = list(checks(reviewer, pair(arguments.spacy_model), arguments.rounds))
    growth = per_character(reviewer)
    typed = None if arguments.no_browser else typing.measure()
    write_part("speed", "\n".join(report(load, start, rows, growth, typed)))


def report(
    load: float,
    start: Start,
    rows: Sequence[tuple[int, Times, Times, Times | None]],
    growth: Sequence[tuple[int, float]],
    typed: typing.Typed | None,
) -> Iterator[str]:
    cores = os.cpu_count()
    yield f"{cores} cores; load when it began: {load:.1f}. Milliseconds, p50 / p95 of {len(rows[0][1].all)} drafts."
    yield ""
    yield "| characters | full check | one more letter | Presidio, then Detoxify | full is | one letter is |"
    yield "|---|---|---|---|---|---|"
    for length, full, more, others in rows:
        ratios = ("–", "–") if others is None else (f"1/{others.p50 / full.p50:.1f}", f"1/{others.p50 / more.p50:.1f}")
        yield f"| {length:,} | {full} | {more} | {others or 'not installed'} | {ratios[0]} | {ratios[1]} |"
    yield ""
    yield "| | | to keep |"
    yield "|---|---|---|"
    (_, full, more, others) = next(row for row in rows if row[0] == 280)
    if others:
        yield _kept("full check of 280, of the pair", others.p50 / full.p50, 6, "1/{:.1f}", at_least=True)
        yield _kept("one more letter, of the pair", others.p50 / more.p50, 20, "1/{:.1f}", at_least=True)
    yield _kept("full check of 280, p95", full.p95, 60, "{:.0f} ms")
    yield _kept("one more letter, p95", more.p95, 15, "{:.0f} ms")
    if typed:
        yield _kept("keystroke to underline, p95", typed.underline_p95, 150, "{:.0f} ms")
        yield f"| keystroke to underline, p50 | {typed.underline_p50:.0f} ms | |"
        yield f"| browser's processor time for a keystroke, more with Foreword | {typed.processor_ms:.1f} ms | |"
    yield _kept("listening after start", start.listening_s, 2, "{:.1f} s")
    yield f"| first answer after start | {start.first_answer_s:.1f} s | |"
    yield _kept("every model ready", start.ready_s, 6, "{:.1f} s")
    yield _kept("resident memory", start.megabytes, 500, "{:.0f} MB")
    said = ", ".join(f"{length:,}: {microseconds:.0f}" for length, microseconds in growth)
    yield f"| microseconds a character, by length | {said} | about the same |"


def _kept(what: str, value: float, bound: float, form: str, *, at_least: bool = False) -> str:
    kept = value >= bound if at_least else value <= bound
    wanted = ("≤ " + form.format(bound)).replace(".0", "")
    return f"| {what} | {form.format(value)} | {wanted}: {'kept' if kept else '**not kept**'} |"


if __name__ == "__main__":
    main()
