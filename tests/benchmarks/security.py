"""`make security`: runs what attacks, breaks, floods, fuzzes and listens, and writes the counts to docs/security.md.

`python -m tests.benchmarks.security attacks load` runs these parts only.

An attack or a fault is one case of a test; it counts as refused or survived when the test passes. What tests measured
themselves (`record_property`) is added up.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as Xml

from tests.benchmarks.written import write_part

PARTS = {
    "attacks": ("tests/attacks", "tests/api/test_guards.py", "tests/api/test_pairing.py"),
    "faults": ("tests/faults",),
    "load": ("tests/load",),
    "egress": ("tests/egress",),
}


@dataclass
class Counts:
    tried: int = 0
    passed: int = 0
    skipped: list[str] = field(default_factory=list)
    measured: Counter[str] = field(default_factory=Counter)


def main() -> None:
    asked = sys.argv[1:] or list(PARTS)
    counts = {name: counted(paths) for name, paths in PARTS.items() if name in asked}
    write_part("counts", "\n".join(report(counts)), "security.md")
    if any(count.passed < count.tried for count in counts.values()):
        raise SystemExit(1)


def counted(paths: tuple[str, ...]) -> Counts:
    counts = Counts()
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "results.xml"
        results = (f"--junitxml={written}", "-o", "junit_family=xunit1")  # the form that has a place for properties
        subprocess.run([sys.executable, "-m", "pytest", *paths, *results], check=False)
        for case in Xml.parse(written).getroot().iter("testcase"):  # noqa: S314  just written by pytest
            if (skipped := case.find("skipped")) is not None:
                counts.skipped.append(skipped.get("message", ""))
                continue
            counts.tried += 1
            counts.passed += all(case.find(kind) is None for kind in ("failure", "error"))
            for measured in case.iter("property"):
                counts.measured[measured.attrib["name"]] += int(measured.attrib["value"])
    return counts


def report(counts: dict[str, Counts]) -> Iterator[str]:
    """A row for each part that was run; what was skipped is not counted as tried, and named."""
    yield "| | |"
    yield "|---|---|"
    for name, words in (
        ("attacks", "attacks tried / refused"),
        ("faults", "faults injected / survived"),
        ("load", "kinds of load and abuse tried / borne"),
    ):
        if name in counts:
            yield f"| {words} | {counts[name].tried:,} / {counts[name].passed:,} |"
    if "load" in counts:
        yield f"| inputs fuzzed | {counts['load'].measured['inputs fuzzed']:,} |"
    if "egress" in counts:
        measured: dict[str, object] = {**counts["egress"].measured}
        for what, words in (
            ("bytes to non-loopback", "bytes to non-loopback, counted in a network namespace"),
            ("others wanted", "other computers that a program of ours wanted to reach, heard by the socket audit"),
            ("canaries found", "canaries found"),
        ):
            yield f"| {words} | {measured.get(what, 'not measured here')} |"
    for why, times in Counter(why for count in counts.values() for why in count.skipped).items():
        yield f"\nSkipped here ({times}): {why}."
    left_out = [name for name in PARTS if name not in counts]
    if left_out:
        yield ""
        yield f"Not run this time: {', '.join(left_out)}."


if __name__ == "__main__":
    main()
