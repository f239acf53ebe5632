"""`python -m tests.browser.site_table` runs the scenario over the imitated sites; writes the table of docs/sites.md."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import pytest

from tests.browser.places import PLACES, Place

PAGE = Path(__file__).parents[2] / "docs" / "sites.md"
BEGIN, END = "<!-- site table -->\n", "<!-- /site table -->"
STEPS = ("told", "underlined", "fixed", "held", "kept", "posted")
HEAD = ("site", "surface", "editor", *STEPS, "by key")


class Steps:
    """Which steps each place got through, as the tests record them."""

    def __init__(self) -> None:
        self.passed: defaultdict[str, set[str]] = defaultdict(set)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" and "[" in report.nodeid:
            place = report.nodeid.split("[")[1].rstrip("]")
            self.passed[place] |= {str(value) for name, value in report.user_properties if name == "step"}


def row(place: Place, passed: set[str]) -> str:
    key = (("yes" if "key" in passed else "**no**") + f" ({place.keys[0]})") if place.keys else "–"
    steps = ["yes" if step in passed else "**no**" for step in STEPS]
    title = next(each.title for each in PLACES if each.site == place.site)
    return "| " + " | ".join([title, place.surface, place.framework, *steps, key]) + " |"


def main() -> int:
    steps = Steps()
    outcome = pytest.main(["-q", "-p", "no:cacheprovider", "tests/browser/test_sites.py"], plugins=[steps])
    lines = ["| " + " | ".join(HEAD) + " |", "|" + "---|" * len(HEAD)]
    lines += [row(place, steps.passed[place.name]) for place in PLACES]
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    PAGE.write_text(before + BEGIN + "\n".join(lines) + "\n" + END + rest.partition(END)[2], "utf-8")
    return int(outcome)


if __name__ == "__main__":
    sys.exit(main())
