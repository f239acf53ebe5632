"""A review as a compiler would print it: the place, the line, the words underlined, why, and what would help."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.text import Text

from companion.cli.source_line import SourceLine
from companion.draft import Draft
from companion.finding import SEVERITIES, Finding, Fix, Review
from companion.rules.model import PackFile

STYLES = {"serious": "bold red", "warning": "bold yellow", "advice": "bold cyan", "info": "bold blue"}
_INDENT = 4


def show(review: Review, draft: Draft, pack: PackFile, name: str, console: Console | None = None) -> None:
    """`name` stands before each place: `draft:1:12`."""
    out = console or Console(highlight=False, markup=False, emoji=False)
    for finding in review.findings:
        _show_finding(finding, draft, pack, name, out)
    for left_out in review.not_checked:
        _paragraph(out, "not checked: ", f"{left_out.what}: {left_out.why}", indent=0)
    out.print(Text(_summary(review, draft), style="bold"))


def _show_finding(finding: Finding, draft: Draft, pack: PackFile, name: str, out: Console) -> None:
    line = (
        None if finding.start is None or finding.end is None else SourceLine.of(draft.text, finding.start, finding.end)
    )
    place = f"{name}:{line.number}:{line.column}" if line else name
    style = STYLES[finding.severity]
    heading = Text.assemble(f"{place}: ", (finding.severity, style), f" {finding.rule}: ", (finding.title, "bold"))
    out.print(heading, soft_wrap=True)
    if line:
        shown = line.within(out.width)
        out.print(Text.assemble((shown.gutter, "dim"), shown.source), soft_wrap=True)
        out.print(Text.assemble((" " * (len(shown.gutter) - 2) + "| ", "dim"), (shown.marks, style)), soft_wrap=True)
    _paragraph(out, "", finding.message)
    if finding.citizen:
        _paragraph(out, "yours: ", finding.citizen)
    clauses = "; ".join(pack.clauses[c].title if c in pack.clauses else c for c in finding.clause)
    marks = ", ".join(dict.fromkeys("supplement" if c.startswith("S:") else c for c in finding.clause))
    _paragraph(out, "why: ", f"{finding.why} [{marks}: {clauses}]")
    for fix in finding.fixes:
        _paragraph(out, "fix: ", f"{fix.label}{_change(fix, draft.text)}")
    for contact in finding.contacts:
        known = pack.contacts.get(contact)
        _paragraph(out, "contact: ", f"{known.name}. {known.how}" if known else contact)
    out.print()


def _paragraph(out: Console, label: str, words: str, indent: int = _INDENT) -> None:
    for line in Text.assemble((label, "dim"), words).wrap(out, out.width - indent):
        line.rstrip()
        out.print(Text(" " * indent).append_text(line), soft_wrap=True)


def _change(fix: Fix, text: str) -> str:
    old, new = (" ".join(part.split()) for part in (text[fix.start : fix.end], fix.replacement))
    if not new:
        return f": “{old}” → nothing"
    return f": “{old}” → “{new}”" if old else f": “{new}”"


def _summary(review: Review, draft: Draft) -> str:
    counts = Counter(finding.severity for finding in review.findings)
    found = ", ".join(f"{counts[s]} {s}" for s in reversed(SEVERITIES) if counts[s]) or "Nothing found"
    context = draft.context
    where = f" on {context.site}" if context.site else ""
    said = f"{found} in this {context.mode} {context.surface}{where}"
    return f"{said}; not everything was checked." if review.not_checked else f"{said}."
