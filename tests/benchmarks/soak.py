"""`make soak`: many checks of ever new drafts by one companion, and what it holds of memory meanwhile.

Ends after CHECKS checks or after --minutes, and writes how many there were to docs/security.md.
"""

from __future__ import annotations

import argparse
import http.client
import json
import tempfile
import time
from pathlib import Path

import psutil

from tests.benchmarks.drafts import drafts
from tests.benchmarks.written import write_part
from tests.browser.companion_process import Companion

CHECKS = 100_000
_AT_ONCE = 500
_WARM = 4_000  # by then every memory of sentences already read is full (2,000 each)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checks", type=int, default=CHECKS)
    parser.add_argument("--minutes", type=float, default=600)
    arguments = parser.parse_args()
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
    connection = http.client.HTTPConnection("127.0.0.1", companion.port, timeout=60)
    while done < checks and time.monotonic() - began < minutes * 60:
        for text in drafts((40, 280, 1_000)[done // _AT_ONCE % 3], min(_AT_ONCE, checks - done), done + 10):
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


def report(done: int, minutes: float, seen: list[tuple[int, float]], wanted: int) -> None:
    warm = next((megabytes for checks, megabytes in seen if checks >= _WARM), None)
    grown = "too few to tell" if warm is None else f"{seen[-1][1] - warm:+.0f} MB since check {_WARM:,}"
    stopped = "" if done >= wanted else f" (of {wanted:,}: stopped by the clock)"
    write_part(
        "soak",
        f"{done:,} checks{stopped} in {minutes:.0f} minutes, every one complete and of its own revision; "
        f"resident memory at the end {seen[-1][1]:.0f} MB, {grown}.",
        "security.md",
    )


if __name__ == "__main__":
    main()
