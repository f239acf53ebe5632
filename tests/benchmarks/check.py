"""`make bench`: how long a check takes, side by side in one run.

For drafts of three lengths: p50 and p95 in milliseconds, the ratio to the shortest, and each detector by itself.
Figures hold for the machine they were taken on; the ratios travel.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from companion.detectors.detector import Detector
from companion.detectors.personal_data import PersonalData
from companion.detectors.wording import Wording
from companion.draft import Draft
from companion.review import Reviewer
from companion.rules.load import load_pack
from companion.settings import rules_folder, settings

ROUNDS = 200
SENTENCES = (
    "Long day at Public Works and the new trucks are finally rolling on Atlanta Road. ",
    "If you saw the crew out by the creek, say hello, they have earned it this week. ",
    "Call me at (770) 555-0142 if the bin at 418 Example Street was missed again. ",
)
LENGTHS = (40, 280, 2_000)


def text_of(length: int) -> str:
    """An ordinary draft of about this many characters: mostly harmless, a few findings."""
    return ("".join(SENTENCES) * (length // 60 + 1))[:length]


def milliseconds(act: Callable[[Draft], object], text: str) -> tuple[float, float]:
    """(p50, p95) over rounds in which each draft differs by one character, so that nothing is remembered."""
    taken = []
    for round_ in range(ROUNDS):
        draft = Draft(text=text + chr(ord("a") + round_ % 26) * (round_ // 26 + 1))
        start = time.perf_counter()
        act(draft)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken), statistics.quantiles(taken, n=20)[18]


def main() -> None:
    start = time.perf_counter()
    pack = load_pack(rules_folder(), settings().pack)
    loaded = time.perf_counter()
    detectors: tuple[Detector, ...] = (Wording(pack), PersonalData(pack))
    reviewer = Reviewer(detectors, max_characters=settings().max_characters, budget_ms=60_000)
    reviewer.load()
    ready = time.perf_counter()
    print(f"{len(pack.rules)} rules read in {loaded - start:.2f} s, detectors ready {ready - loaded:.2f} s later")
    print(f"{'characters':>10} {'what':<14} {'p50 ms':>8} {'p95 ms':>8} {'ratio':>7}")
    shortest: float | None = None
    for length in LENGTHS:
        text = text_of(length)
        p50, p95 = milliseconds(reviewer.review, text)
        shortest = shortest or p50
        print(f"{length:>10} {'full check':<14} {p50:8.2f} {p95:8.2f} {p50 / shortest:7.2f}")
        for detector in detectors:
            p50, p95 = milliseconds(detector.detect, text)
            print(f"{'':>10} {detector.name:<14} {p50:8.2f} {p95:8.2f}")


if __name__ == "__main__":
    main()
