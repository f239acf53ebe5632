"""`make security`: runs what attacks, breaks, floods, fuzzes and listens, and writes the counts to docs/security.md.

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
    skipped: int = 0
    measured: Counter[str] = field(default_factory=Counter)


def main() -> None:
    counts = {name: counted(paths) for name, paths in PARTS.items()}
    write_part("counts", "\n".join(report(counts)), "security.md")
    if any(count.passed + count.skipped < count.tried for count in counts.values()):
        raise SystemExit(1)


def counted(paths: tuple[str, ...]) -> Counts:
    counts = Counts()
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "results.xml"
        subprocess.run([sys.executable, "-m", "pytest", *paths, f"--junitxml={written}"], check=False)
        for case in Xml.parse(written).getroot().iter("testcase"):  # noqa: S314  just written by pytest
            counts.tried += 1
            counts.skipped += case.find("skipped") is not None
            counts.passed += all(case.find(kind) is None for kind in ("failure", "error", "skipped"))
            for measured in case.iter("property"):
                counts.measured[measured.attrib["name"]] += int(measured.attrib["value"])
    return counts


def report(counts: dict[str, Counts]) -> Iterator[str]:
    attacks, faults, load, egress = (counts[name] for name in PARTS)
    yield "| | |"
    yield "|---|---|"
    yield f"| attacks tried / refused | {attacks.tried:,} / {attacks.passed:,} |"
    yield f"| faults injected / survived | {faults.tried:,} / {faults.passed:,} |"
    yield f"| kinds of load and abuse tried / borne | {load.tried:,} / {load.passed:,} |"
    yield f"| inputs fuzzed | {load.measured['inputs fuzzed']:,} |"
    for what in ("bytes to non-loopback", "canaries found"):
        yield f"| {what} | {egress.measured[what] if not egress.skipped else 'not measured here'} |"


if __name__ == "__main__":
    main()
