"""How far a scan has come, on standard error of a terminal: a bar, items, items a second, time left."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from companion.scan.checking import Checked
from companion.scan.read import Read


class ScanProgress:
    """The share is that of the bytes read; `of` is None when nobody knows how many there are (standard input)."""

    def __init__(self, seen: Read, of: int | None) -> None:
        self._seen = seen
        self._items = self._found = 0
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %" if of else ""),
            TextColumn("{task.fields[items]:,} items · {task.fields[rate]} a second · {task.fields[found]:,} found"),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self._task = self._bar.add_task("Scanning", total=of, items=0, rate="…", found=0)

    def on_part(self, part: Checked) -> None:
        self._items += part.items
        self._found += sum(len(result.get("findings", ())) for result in part.results)
        elapsed = self._bar.tasks[0].elapsed or 0
        rate = f"{self._items / elapsed:,.0f}" if elapsed > 1 else "…"
        self._bar.update(self._task, completed=self._seen.bytes, items=self._items, rate=rate, found=self._found)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._bar.stop()
