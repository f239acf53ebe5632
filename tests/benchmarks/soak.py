"""`make soak`: many checks of ever new drafts by one companion, and what it holds of memory meanwhile.

Ends after CHECKS checks or after --minutes, and writes how many there were to docs/security.md.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import tempfile
import time
from pathlib import Path

import psutil

from tests.benchmarks.drafts import drafts
from tests.benchmarks.written import write_part
from tests.browser.companion_process import Companion

CHECKS = 100_000
_AT_ONCE = {40: 450, 280: 40, 1_000: 10}  # characters: drafts a round; most posts are short
_WARM = 4_000  # by then every memory of sentences already read is full (2,000 each)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checks", type=int, default=CHECKS)
    parser.add_argument("--minutes", type=float, default=600)
    arguments = parser.parse_args()
    os.environ["FOREWORD_BUDGET_MS"] = "60000"  # every check is to be whole, on a busy computer as well
    with tempfile.TemporaryDirectory() as state:
        companion = Companion(Path(state)).start()
        try:
            report(*soak(companion, arguments.checks, arguments.minutes), wanted=arguments.checks)
        finally:
            companion.stop()


def soak(companion: Companion, checks: int, minutes: float) -> tuple[int, float, list[tuple[int, float]]]:
    """(checks done, minutes, megabytes resident by checks done)."""
    process, began, done = psutil.Process(companion.pid), time.monotonic(), 0
    seen: list[tuple[int, float]] = []
    connection = http.client.HTTPConnection("127.0.0.1", companion.port, timeout=120)
    while done < checks and time.monotonic() - began < minutes * 60:
        for text in a_round(done)[: checks - done]:
            body = json.dumps({"draft_id": f"d{done}", "revision": done, "text": text})
            connection.request("POST", "/v1/check", body, companion.headers())
            answer = connection.getresponse()
            review = json.loads(answer.read())
            if answer.status != 200 or review["status"] != "complete" or review["revision"] != done:
                raise SystemExit(f"check {done} was answered with {answer.status}: {review.get('not_checked')}")
            done += 1
        seen.append((done, process.memory_info().rss / 1e6))
        print(f"{done:,} checks, {seen[-1][1]:.0f} MB", flush=True)
    return done, (time.monotonic() - began) / 60, seen


def a_round(first: int) -> list[str]:
    """Drafts of all lengths, no two alike: each ends with a number of its own."""
    texts = [text for length, count in _AT_ONCE.items() for text in drafts(length, count, first + 10)]
    return [f"{text} {number}" for number, text in enumerate(texts, first)]


def report(done: int, minutes: float, seen: list[tuple[int, float]], wanted: int) -> None:
    warm = next((megabytes for checks, megabytes in seen if checks >= _WARM), None)
    most = max(megabytes for _, megabytes in seen)
    grown = "too few to tell" if warm is None else f"{seen[-1][1] - warm:+.0f} MB since check {_WARM:,}"
    mix = ", ".join(f"{count * 100 // sum(_AT_ONCE.values())} % of {length:,}" for length, count in _AT_ONCE.items())
    stopped = "" if done >= wanted else f" (of {wanted:,}: stopped by the clock)"
    write_part(
        "soak",
        f"{done:,} checks{stopped} in {minutes:.0f} minutes ({mix} characters), every one complete and of its own "
        f"revision; resident memory at the end {seen[-1][1]:.0f} MB, {grown}, at most {most:.0f} MB.",
        "security.md",
    )


if __name__ == "__main__":
    main()
