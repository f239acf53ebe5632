"""`make bench-pii DATA=folder`: personal data against Presidio as it comes, in one run.

DATA holds `pii/presidio_research_generated.json.gz` (presidio-research's generated sentences) and, for the alarms,
`tone/wikipedia_talk_gc.csv.gz` (columns text and label). Sentences whose template has an odd number were held out while
the recognisers were made; only their figures count.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from companion.detectors.personal_data import PersonalData
from companion.detectors.recognition import SURE_ENOUGH, Recognition
from companion.draft import Draft
from companion.rules.load import load_pack
from companion.settings import rules_folder, settings
from tests.benchmarks.check import text_of
from tests.benchmarks.pii_spans import KINDS, Span, expected, matched, union
from tests.benchmarks.presidio_default import presidio_default

SENTENCES, COMMENTS = "pii/presidio_research_generated.json.gz", "tone/wikipedia_talk_gc.csv.gz"
ORDINARY = 1_000
ROUNDS = 100

Find = Callable[[str], list[Span]]


class Counted(NamedTuple):
    hit: Counter[str]
    missed: Counter[str]
    wrong: Counter[str]


def main() -> None:
    arguments = _arguments()
    with gzip.open(arguments.data / SENTENCES) as file:
        rows = json.load(file)
    recognition = Recognition()
    recognition.load()
    found: dict[str, Find] = {"Foreword": lambda text: _spans(recognition, text)}
    if baseline := presidio_default(arguments.spacy_model):
        found["Presidio"] = baseline
        found["both"] = lambda text: union([*_spans(recognition, text), *baseline(text)])
    for name, part in (("held out", 1), ("developed on", 0)):
        chosen = [row for row in rows if row["template_id"] % 2 == part]
        _show_accuracy(name, chosen, found)
    _show_times(recognition)
    _show_memory()
    _show_alarms(arguments.data / COMMENTS, show=arguments.show)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, metavar="DATA", help="the folder that holds pii/ and tone/")
    parser.add_argument("--spacy-model", default="en_core_web_sm", help="name or folder of Presidio's language model")
    parser.add_argument("--show", action="store_true", help="print the comments that raised an alarm")
    return parser.parse_args()


def _spans(recognition: Recognition, text: str) -> list[Span]:
    return [Span(e.type, e.start, e.end) for e in recognition.entities(text) if e.score >= SURE_ENOUGH]


def _show_accuracy(name: str, rows: list[dict[str, Any]], found: dict[str, Find]) -> None:
    print(f"\n{name}: {len(rows)} sentences of {len({row['template_id'] for row in rows})} templates")
    print(f"{'':<10} {'kind':<18} {'spans':>6} {'P':>6} {'R':>6} {'F2':>6}")
    for who, find in found.items():
        started = time.perf_counter()
        counted = _counted(rows, find)
        taken = (time.perf_counter() - started) / len(rows) * 1_000
        for kind in (kind for kind in KINDS if counted.hit[kind] + counted.missed[kind]):
            _show_kind(who, kind, counted.hit[kind], counted.missed[kind], counted.wrong[kind])
        _show_kind(who, "all", *(sum(counts.values()) for counts in counted))
        print(f"{who:<10} {taken:.1f} ms a sentence")


def _show_kind(who: str, kind: str, hit: int, missed: int, wrong: int) -> None:
    precision, recall = hit / max(1, hit + wrong), hit / max(1, hit + missed)
    f2 = 5 * precision * recall / max(1e-9, 4 * precision + recall)
    print(f"{who:<10} {kind:<18} {hit + missed:>6} {precision:6.3f} {recall:6.3f} {f2:6.3f}")


def _counted(rows: Iterable[dict[str, Any]], find: Find) -> Counted:
    counted = Counted(Counter(), Counter(), Counter())
    for row in rows:
        text = row["full_text"]
        marked = expected(row["spans"], text)
        found = [span for span in find(text) if span.kind in KINDS]
        pairs = matched(marked, found)
        counted.hit.update(span.kind for span, _ in pairs)
        counted.missed.update(span.kind for span in marked if all(span is not hit for hit, _ in pairs))
        counted.wrong.update(span.kind for span in found if all(span is not hit for _, hit in pairs))
    return counted


def _show_times(recognition: Recognition) -> None:
    post = text_of(280)
    fresh = [_milliseconds(recognition, f"{n} {post[n % 7 :]}") for n in range(ROUNDS)]
    typed = [_milliseconds(recognition, text_of(280 + n)) for n in range(ROUNDS)]
    print(f"\n280 characters: a new post p50 {statistics.median(fresh):.1f} ms, p95 {_p95(fresh):.1f} ms")
    print(f"280 characters: one more letter p50 {statistics.median(typed):.1f} ms, p95 {_p95(typed):.1f} ms")


def _milliseconds(recognition: Recognition, text: str) -> float:
    started = time.perf_counter()
    recognition.entities(text)
    return (time.perf_counter() - started) * 1_000


def _p95(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20)[18]


_MEMORY = """
import re
from pathlib import Path
def resident():
    return int(re.search(r"VmRSS:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
from companion.detectors.recognition import Recognition
from tests.benchmarks.check import text_of
before = resident()
recognition = Recognition()
recognition.load()
for n in range(200):
    recognition.entities(f"{n} " + text_of(280 + n))
print(f"{resident() - before:.0f} MB for the detector, {resident():.0f} MB for the whole process")
"""


def _show_memory() -> None:
    """In a process of its own; Linux only."""
    if not Path("/proc/self/status").exists():
        print("resident memory: not measured on this system")
        return
    done = subprocess.run([sys.executable, "-c", _MEMORY], capture_output=True, text=True, check=True)
    print(f"resident memory: {done.stdout.strip()}")


def _show_alarms(path: Path, *, show: bool) -> None:
    if not path.exists():
        print(f"alarms: not measured, there is no {path.name}")
        return
    detector = PersonalData(load_pack(rules_folder(), settings().pack))
    detector.load()
    counts: Counter[tuple[str, str]] = Counter()
    for text in islice(_ordinary(path), ORDINARY):
        for finding in detector.detect(Draft(text=text)):
            counts[finding.severity, finding.rule] += 1
            if show and finding.severity in ("warning", "serious"):
                near = text[max(0, (finding.start or 0) - 60) : (finding.end or 0) + 40]
                print(f"  {finding.rule}: …{' '.join(near.split())}…")
    loud = sum(number for (severity, _), number in counts.items() if severity in ("warning", "serious"))
    print(f"alarms: {loud} warnings on {ORDINARY} comments that are not toxic; {sum(counts.values()) - loud} milder")
    for (severity, rule), number in sorted(counts.items()):
        print(f"  {number:>4} {severity:<8} {rule}")


def _ordinary(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from (row["text"] for row in csv.DictReader(file) if row["label"] == "0")


if __name__ == "__main__":
    main()
