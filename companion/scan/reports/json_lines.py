"""JSON Lines: a line for each item with findings and each thing that was not read; the last one holds the counts."""

from __future__ import annotations

import json
from typing import TextIO

from companion.scan.checking import Result
from companion.scan.reports.report import About
from companion.scan.summary import Summary


class JsonLines:
    def __init__(self, out: TextIO, about: About) -> None:
        self._out = out
        self._about = about

    def add(self, result: Result) -> None:
        self._write(result)

    def end(self, summary: Summary) -> None:
        counts = summary.model_dump(include={"items", "items_with_findings", "whose", "skipped", "severities", "rules"})
        self._write({"kind": "end", **counts, "policy": self._about.policy})

    def _write(self, line: Result) -> None:
        self._out.write(json.dumps(line, ensure_ascii=False) + "\n")
