"""Which reports there are, and how a whole one takes the place of an old one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

from companion.errors import BadDraft, CannotWrite
from companion.scan.checking import Result
from companion.scan.reports.csv_table import CsvTable
from companion.scan.reports.html_report import HtmlReport
from companion.scan.reports.json_lines import JsonLines
from companion.scan.reports.report import About, Report
from companion.scan.reports.sarif import Sarif
from companion.scan.summary import Summary

Make = Callable[[TextIO, About], Report]
SHAPES: dict[str, Make] = {"jsonl": JsonLines, "csv": CsvTable, "sarif": Sarif, "html": HtmlReport}
_ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".sarif": "sarif", ".html": "html", ".htm": "html"}


def shape_of(path: Path) -> Make:
    """Raises BadDraft for an ending that names no report."""
    shape = _ENDINGS.get(path.suffix.lower())
    if shape is None:
        raise BadDraft(f"{path}: a report's name ends in .html, .csv, .jsonl or .sarif.")
    return SHAPES[shape]


def write_report(path: Path, about: About, results: Iterable[Result], summary: Summary) -> None:
    """Beside the old one first, then in its place, for this user only. Raises CannotWrite."""
    make = shape_of(path)
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            # Spreadsheets take a table without a byte-order mark for another encoding.
            encoding = "utf-8-sig" if make is CsvTable else "utf-8"
            with os.fdopen(descriptor, "w", encoding=encoding, errors="replace", newline="") as out:
                report = make(out, about)
                for result in results:
                    report.add(result)
                report.end(summary)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CannotWrite(f"{path}: {error.strerror}. The scan itself is kept; the same command goes on.") from None
