"""`python -m tests.benchmarks.pages_read`: how precisely pages are read by the page scan, in a real Chromium.

Two sets: `scanned`, written beside the reader, and `scanned_later`, written before looking at it. Measured by lines,
so that it counts alike whether a page was read as one text or as several.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser.collecting import collecting_on
from tests.browser.conftest import Browser, launched, with_hosts
from tests.browser.panel import PAGES, open_page

SETS = {"written beside the reader": PAGES, "written before looking at it": PAGES.parent / "scanned_later"}
ABOUT = ("author", "time", "permalink")


@dataclass
class Tally:
    """Lines; of those that were to be read and were, how often who, when and where were told and how often right."""

    told: int = 0
    told_right: int = 0
    due: int = 0
    due_read: int = 0
    about: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0] for name in ABOUT})

    def add(self, other: Tally) -> None:
        self.told += other.told
        self.told_right += other.told_right
        self.due += other.due
        self.due_read += other.due_read
        for name, (right, of) in other.about.items():
            self.about[name][0] += right
            self.about[name][1] += of

    def __str__(self) -> str:
        about = ", ".join(f"{name} {right} of {of}" for name, (right, of) in self.about.items())
        precision, recall = (n / of if of else 1 for n, of in ((self.told_right, self.told), (self.due_read, self.due)))
        return (
            f"precision {precision:.2f} ({self.told_right} of {self.told} lines), "
            f"recall {recall:.2f} ({self.due_read} of {self.due}); {about}"
        )


def tally(items: list[dict[str, Any]], page: Mapping[str, Any], explain: bool = False) -> Tally:
    """`page["may"]` holds lines that are neither wanted nor wrong: headings, quotations, bylines."""
    seen = Tally()
    wanted = " \\n ".join(plain(each["text"]) for each in page["items"])
    allowed = " \\n ".join([wanted, *map(plain, page.get("may", ()))])
    for item in items:
        for line in filter(None, map(plain, item["text"].split("\n"))):
            if line in wanted or line not in allowed:
                seen.told += 1
                seen.told_right += line in wanted
            if explain and line not in allowed:
                print(f"    not wanted: {line!r}")
    for due in page["items"]:
        for line in map(plain, due["text"].split("\n")):
            seen.due += 1
            found = [item for item in items if line in plain(item["text"])]
            seen.due_read += bool(found)
            if explain and not found:
                print(f"    not read: {line!r}")
            for name in (name for name in ABOUT if name in due and found):
                seen.about[name][1] += 1
                right = any(same(item[name], due[name]) for item in found)
                seen.about[name][0] += right
                if explain and not right:
                    print(f"    {name} of {line!r}: {found[0][name]!r}")
    return seen


def plain(text: str) -> str:
    return " ".join(text.split())


def same(one: str | None, other: str | None) -> bool:
    return one == other or (one is not None and other is not None and moment(one) == moment(other) is not None)


def moment(text: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def read(browser: Browser, folder: Path) -> Iterator[tuple[str, Mapping[str, Any], list[dict[str, Any]]]]:
    pages: dict[str, dict[str, Any]] = json.loads((folder / "expected.json").read_text("utf-8"))
    for name, page in pages.items():
        site = open_page(browser, page.get("served", page["host"]), name, folder, page.get("path"))
        yield name, page, collecting_on(browser, site, page["host"]).collect("page")[0]
        site.close()


def precision(browser: Browser, explain: bool = False) -> None:
    for title, folder in SETS.items():
        whole = Tally()
        print(f"pages {title}:")
        for name, page, items in read(browser, folder):
            print(f"  {name}: {(one := tally(items, page, explain))}")
            whole.add(one)
        print(f"  all: {whole}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        extension = with_hosts(Path(folder) / "extension", hosts=hosts())
        with launched(playwright, extension, Path(folder) / "profile") as browser:
            precision(browser, explain="--explain" in sys.argv)


def hosts() -> list[str]:
    """Of the pages of both sets."""
    pages = [json.loads((folder / "expected.json").read_text("utf-8")).values() for folder in SETS.values()]
    return [f"*://{page.get('served', page['host'])}/*" for each in pages for page in each]


if __name__ == "__main__":
    main()
