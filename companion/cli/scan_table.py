"""A scan on a terminal: two lines a finding as it comes, then what it came to."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from companion.cli.display import STYLES
from companion.cli.source_line import printable
from companion.finding import SEVERITIES
from companion.scan.checking import Result
from companion.scan.reports.report import About
from companion.scan.summary import Summary

_MOST_RULES = 15


class ScanTable:
    def __init__(self, out: TextIO, about: About) -> None:
        self._out = Console(file=out, highlight=False, markup=False, emoji=False)
        self._about = about

    def add(self, result: Result) -> None:
        place = f"{result['source']}: {result['where']}"
        if "error" in result:
            if result["mistake"]:
                self._line(("not checked ", "bold"), place)
                self._line("    ", result["error"])
            return
        for finding in result["findings"]:
            when = f"  {result['time'][:10]}" if result["time"] else ""
            style = STYLES[finding["severity"]]
            self._line((f"{finding['severity']:<8}", style), f" {finding['rule']}  ", (place + when, "dim"))
            excerpt = finding["excerpt"]
            words = (excerpt["words"], f"{style} underline") if excerpt["words"] else (finding["title"] + ": ", "")
            self._line("    ", excerpt["before"], words, excerpt["after"])

    def end(self, summary: Summary) -> None:
        out = self._out
        out.print()
        out.print(Text(_headline(summary, self._about), style="bold"))
        if summary.findings:
            out.print(_rules(summary))
        for said in summary.about_authors:
            out.print(Text(said))
        for counts, what in ((summary.unread, "could not be read"), (summary.not_checked, "checked in part")):
            for why, count in counts.items():
                out.print(Text(f"{count:,} × {what}: {why}"))
        for why, count in summary.left_out.items():
            out.print(Text(f"{count:,} × left out: {why}", style="dim"))

    def _line(self, *parts: str | tuple[str, str]) -> None:
        """Letters that could move the cursor are shown as pictures."""
        shown = [printable(part) if isinstance(part, str) else (printable(part[0]), part[1]) for part in parts]
        self._out.print(Text.assemble(*shown), soft_wrap=True)


def _headline(summary: Summary, about: About) -> str:
    counts = [f"{summary.severities[s]:,} {s}" for s in reversed(SEVERITIES) if summary.severities.get(s)]
    found = f"{', '.join(counts)} in {summary.items_with_findings:,}" if counts else "nothing found"
    kinds = ", ".join(f"{n:,} × {kind}" if n > 1 else kind for kind, n in about.formats.items())
    read = f" ({kinds})" if kinds else ""
    skipped = f"; {summary.skipped:,} older ones passed" if about.since else ""
    if not summary.items:
        return f"Nothing was checked{read}{skipped}: no text was found."
    return f"{summary.items:,} item{'s' * (summary.items > 1)} checked{read}{skipped}: {found}."


def _rules(summary: Summary) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("findings", justify="right")
    table.add_column("worst")
    table.add_column("rule")
    table.add_column("title")
    ordered = sorted(summary.rules.items(), key=lambda pair: (-pair[1], pair[0]))
    for rule, count in ordered[:_MOST_RULES]:
        severity = summary.severity_of_rule[rule]
        table.add_row(f"{count:,}", Text(severity, style=STYLES[severity]), rule, Text(summary.titles[rule]))
    if rest := ordered[_MOST_RULES:]:
        table.add_row(f"{sum(count for _, count in rest):,}", "", f"{len(rest)} more rules", "")
    return table
