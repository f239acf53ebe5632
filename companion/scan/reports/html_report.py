"""A report to read, print and hand on: one file, nothing from elsewhere, whole without its script.

It quotes the words that were found with a little around them (masked with --redact), because people must find and judge
them; docs/scan.md says who should have such a file.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template
from typing import TextIO
from urllib.parse import urlsplit

from companion.scan.checking import Result
from companion.scan.reports.charts import WORST_FIRST, by_month, by_rule, by_severity
from companion.scan.reports.report import About
from companion.scan.summary import Summary

MOST_SHOWN = 2_000
"""Findings in the page, the worst first: a browser draws them in a second. All are counted."""

_ORDERS = (("severity", "worst first"), ("newest", "newest first"), ("oldest", "oldest first"), ("rule", "by rule"))
_PAGE = Path(__file__).parent / "page"


class HtmlReport:
    def __init__(self, out: TextIO, about: About) -> None:
        self._out = out
        self._about = about
        self._shown: dict[str, list[str]] = {severity: [] for severity in WORST_FIRST}
        self._clauses: set[str] = set()

    def add(self, result: Result) -> None:
        """Holds at most MOST_SHOWN of each severity."""
        for finding in result.get("findings", ()):
            kept = self._shown[finding["severity"]]
            if len(kept) < MOST_SHOWN:
                kept.append(self._finding(result, finding))
                self._clauses.update(finding["clause"])

    def end(self, summary: Summary) -> None:
        style, script = (_text(name) for name in ("report.css", "report.js"))
        shown = [html for severity in WORST_FIRST for html in self._shown[severity]][:MOST_SHOWN]
        parts = {
            "style": style,
            "style_hash": _sha256(style),
            "script": script,
            "script_hash": _sha256(script),
            "date": escape(self._about.date),
            "facts": self._facts(summary),
            "figures": _figures(summary),
            "charts": _charts(summary),
            "findings": _findings(shown, summary),
            "not_checked": _not_checked(summary),
            "clauses": self._clause_texts(),
            "footer": self._footer(),
        }
        self._out.write(Template(_text("report.html")).substitute(parts))

    def _facts(self, summary: Summary) -> str:
        about = self._about
        formats = ", ".join(about.formats)
        facts = [
            ("Scanned", ", ".join(about.named) + (f" ({formats})" if formats else "")),
            ("On", about.date),
            ("Policy", f"{about.pack.title}, version {about.policy}"),
            ("Read as", f"{about.mode} posts, where the export does not say otherwise"),
        ]
        if about.since:
            facts.append(("Only what is new", f"since {about.since}; {summary.skipped:,} items are older"))
        facts += [("Whose words", said) for said in summary.about_authors]
        if about.redacted:
            facts.append(("Redacted", "Recognised private details are replaced by placeholders such as [PHONE 1]."))
        return "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts)

    def _finding(self, item: Result, finding: Result) -> str:
        excerpt = {key: escape(words) for key, words in finding["excerpt"].items()}
        marked = f"<mark>{excerpt['words']}</mark>" if excerpt["words"] else ""
        when = (item["time"] or "")[:10]
        others = "somebody else's words" if item["whose"] == "others" else None
        where = [item["source"], item["where"], when, item["author"], others, item["site"]]
        clauses = "; ".join(self._clause_title(clause) for clause in finding["clause"])
        return (
            f'<li class="finding" data-severity="{finding["severity"]}" data-rule="{escape(finding["rule"])}" '
            f'data-time="{item["time"] or ""}">'
            f'<header><span class="severity">{finding["severity"]}</span><h3>{escape(finding["title"])}</h3>'
            f'<span class="rule">{escape(finding["rule"])}</span></header>'
            f"<blockquote>{excerpt['before']}{marked}{excerpt['after']}</blockquote>"
            f"<p>{escape(finding['message'])}</p>"
            f'<p class="where">{" · ".join(escape(str(part)) for part in where if part)}{_link(item["link"])}</p>'
            f"<details><summary>Why, and whom to ask</summary><p>{escape(finding['why'])}</p>"
            f"<p>Policy: {escape(clauses)}</p>"
            f"{self._contacts(finding['contacts'])}</details></li>"
        )

    def _contacts(self, names: Iterable[str]) -> str:
        known = [self._about.pack.contacts[name] for name in names if name in self._about.pack.contacts]
        return "".join(f"<p>{escape(contact.name)}: {escape(contact.how)}</p>" for contact in known)

    def _clause_title(self, clause: str) -> str:
        known = self._about.pack.clauses.get(clause)
        return f"{clause} {known.title}" if known else clause

    def _clause_texts(self) -> str:
        known = [(name, clause) for name, clause in self._about.pack.clauses.items() if name in self._clauses]
        if not known:
            return ""
        rows = "".join(
            f"<tr><th>{escape(n)}</th><td>{escape(c.title)}</td><td>{escape(c.text)}</td></tr>" for n, c in known
        )
        return f"<section><h2>The clauses that are named above</h2><table><tbody>{rows}</tbody></table></section>"

    def _footer(self) -> str:
        masked = (
            "Recognised details are masked; what was not recognised is still there. " if self._about.redacted else ""
        )
        return (
            "Made by Foreword on this computer; no text left it. This file quotes what it found: "
            f"{masked}treat it as you treat the export itself."
        )


def _figures(summary: Summary) -> str:
    figures = [
        ("", f"{summary.items:,}", "items checked"),
        ("", f"{summary.items_with_findings:,}", "with findings"),
        *((severity, f"{summary.severities.get(severity, 0):,}", severity) for severity in WORST_FIRST),
        ("", f"{sum(summary.not_checked.values()) + sum(summary.unread.values()):,}", "not fully checked"),
    ]
    return "".join(f"<li><strong>{number}</strong>{_named(what, severity)}</li>" for severity, number, what in figures)


def _named(what: str, severity: str) -> str:
    return f'<span class="severity" data-severity="{severity}">{what}</span>' if severity else f"<span>{what}</span>"


def _charts(summary: Summary) -> str:
    if not summary.findings:
        return ""
    months = by_month(summary.months_found, summary.months)
    severity, rule = by_severity(summary.severities), by_rule(summary.rules, summary.titles, summary.severity_of_rule)
    return f'<section><h2>At a glance</h2><div class="charts">{severity}{months}{rule}</div></section>'


def _findings(shown: list[str], summary: Summary) -> str:
    if not shown:
        return '<p class="none">Nothing was found in what was checked.</p>'
    more = summary.findings - len(shown)
    note = (
        f'<p class="none">The {len(shown):,} worst are shown; {more:,} more are in the CSV or JSON Lines output.</p>'
        if more
        else ""
    )
    severities = "".join(f"<option>{s}</option>" for s in WORST_FIRST if summary.severities.get(s))
    rules = "".join(f"<option>{escape(rule)}</option>" for rule in sorted(summary.rules))
    orders = "".join(f'<option value="{value}">{words}</option>' for value, words in _ORDERS)
    return (
        '<form class="tools"><input type="search" placeholder="Find words, files, authors" aria-label="Find">'
        f'<select aria-label="Severity"><option value="">every severity</option>{severities}</select>'
        f'<select aria-label="Rule"><option value="">every rule</option>{rules}</select>'
        f'<select aria-label="Order">{orders}</select><output></output></form>'
        f'<ol class="findings">{"".join(shown)}</ol>{note}'
    )


def _not_checked(summary: Summary) -> str:
    rows = [
        *((why, count, "could not be read") for why, count in summary.unread.items()),
        *((why, count, "checked in part") for why, count in summary.not_checked.items()),
        *((why, count, "left out") for why, count in summary.left_out.items()),
    ]
    if not rows:
        return (
            "<section><h2>Not checked</h2><p class='none'>Everything that was found was read and checked.</p></section>"
        )
    body = "".join(
        f'<tr><td>{what}</td><td>{escape(why)}</td><td class="count">{count:,}</td></tr>' for why, count, what in rows
    )
    head = '<thead><tr><th>What</th><th>Why</th><th class="count">How often</th></tr></thead>'
    return f"<section><h2>Not checked</h2><table>{head}<tbody>{body}</tbody></table></section>"


def _link(link: str | None) -> str:
    """Only what leads to a site; an export may hold any words."""
    if not link or urlsplit(link).scheme not in ("http", "https"):
        return ""
    return f' · <a href="{escape(link)}" rel="noreferrer noopener">open</a>'


def _text(name: str) -> str:
    return (_PAGE / name).read_text("utf-8")


def _sha256(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
