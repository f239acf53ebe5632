"""CSV for a spreadsheet: a row for each finding and for each thing that was not checked."""

from __future__ import annotations

import csv
import re
from typing import Any, TextIO

from companion.scan.checking import Result
from companion.scan.reports.report import About
from companion.scan.summary import Summary

COLUMNS = (
    *("severity", "rule", "title", "source", "where", "time", "author", "whose", "link", "site", "surface"),
    *("before", "words", "after", "message", "clause", "contacts"),
)
NOT_CHECKED = "not checked"
_STARTS_A_FORMULA = re.compile(r"\s*[=+\-@|%＝＋－＠]|[\t\r\n]")


class CsvTable:
    def __init__(self, out: TextIO, _: About) -> None:
        self._rows = csv.DictWriter(out, COLUMNS, restval="", extrasaction="ignore")
        self._rows.writeheader()

    def add(self, result: Result) -> None:
        for finding in result.get("findings", ()):
            lists = {"clause": " ".join(finding["clause"]), "contacts": " ".join(finding["contacts"])}
            self._row({**result, **finding, **finding["excerpt"], **lists})
        for left_out in result.get("not_checked", ()):
            self._row({**result, "severity": NOT_CHECKED, "title": left_out["what"], "message": left_out["why"]})
        if "error" in result:
            self._row({**result, "severity": NOT_CHECKED, "message": result["error"]})

    def end(self, summary: Summary) -> None:
        """The rows are all there is."""

    def _row(self, cells: dict[str, Any]) -> None:
        self._rows.writerow({name: harmless(cells.get(name)) for name in COLUMNS})


def harmless(value: Any) -> str:
    """A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, “CSV Injection”)."""
    text = "" if value is None else str(value)
    return f"'{text}" if _STARTS_A_FORMULA.match(text) else text
