"""`make bench-meaning`: what a new post costs the detector that hears meanings, and what it holds in memory.

One thread, on the processor it happens to run on; each round's post is new, so that no sentence is remembered. The
least of all rounds is what it costs when nothing else wants the processor.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from companion.detectors.meaning import Meaning
from companion.draft import Draft
from companion.rules.load import load_pack
from companion.settings import rules_folder, settings

ROUNDS = 200
CHARACTERS = 280
SENTENCES = (
    "Long day with the crew and the new trucks are finally rolling down the road. ",
    "If you saw us out by the creek say hello, they have earned it this week. ",
    "Tomorrow we start on the north side, and somebody had better bring the coffee. ",
    "Then it is the weekend, and I am going fishing with my brother. ",
)


def resident() -> float:
    """Megabytes of this process."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6


def main() -> None:
    pack = load_pack(rules_folder(), settings().pack)
    before = resident()
    detector = Meaning(pack)
    detector.load()
    taken = []
    for round_ in range(ROUNDS):
        text = "".join(sentence.replace(" the ", f" the {round_} ") for sentence in SENTENCES)[:CHARACTERS]
        draft = Draft(text=text)
        start = time.perf_counter()
        detector.detect(draft)
        taken.append((time.perf_counter() - start) * 1000)
    p95 = statistics.quantiles(taken, n=20)[18]
    least, middle = min(taken), statistics.median(taken)
    print(f"a new post of {CHARACTERS} characters: least {least:.1f} ms, p50 {middle:.1f} ms, p95 {p95:.1f} ms")
    print(
        f"resident: {resident() - before:.0f} MB for the detector, its model and ONNX Runtime; "
        f"{resident():.0f} MB in all"
    )


if __name__ == "__main__":
    main()
