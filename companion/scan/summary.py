"""What a scan came to, in counts: enough for every report, and nothing of any text."""

from __future__ import annotations

import re
from collections import Counter

from pydantic import BaseModel

from companion.finding import SEVERITIES
from companion.scan.checking import Checked, Result

UNDATED = ""


class Summary(BaseModel):
    """Counts; `months` are `2024-05`, or empty for what has no date."""

    items: int = 0
    items_with_findings: int = 0
    months: dict[str, int] = {}
    whose: dict[str, int] = {}
    severities: dict[str, int] = {}
    rules: dict[str, int] = {}
    titles: dict[str, str] = {}
    severity_of_rule: dict[str, str] = {}
    """The worst it was found with."""
    months_found: dict[str, dict[str, int]] = {}
    """Month → severity → findings."""
    not_checked: dict[str, int] = {}
    """Reason → items of which something was left out."""
    unread: dict[str, int] = {}
    """Reason → how often something could not be read."""
    left_out: dict[str, int] = {}
    """Reason → how often something has no text that could be read, such as a picture."""
    skipped: int = 0
    """Items that are older than --since."""

    def add(self, part: Checked) -> None:
        self.items += part.items
        self.months = dict(Counter(self.months) + Counter(part.months))
        self.whose = dict(Counter(self.whose) + Counter(part.whose))
        for result in part.results:
            self._add(result)

    def _add(self, result: Result) -> None:
        if "error" in result:
            _count(self.unread if result["mistake"] else self.left_out, _reason(result["error"]))
            return
        for left_out in result["not_checked"]:
            _count(self.not_checked, f"{left_out['what']}: {_reason(left_out['why'])}")
        self.items_with_findings += bool(result["findings"])
        month = (result["time"] or UNDATED)[:7]
        for finding in result["findings"]:
            rule, severity = finding["rule"], finding["severity"]
            _count(self.severities, severity)
            _count(self.rules, rule)
            _count(self.months_found.setdefault(month, {}), severity)
            self.titles.setdefault(rule, finding["title"])
            worst = self.severity_of_rule.setdefault(rule, severity)
            self.severity_of_rule[rule] = max(worst, severity, key=SEVERITIES.index)

    @property
    def about_authors(self) -> list[str]:
        """What was left out because the words are, or may be, somebody else's: a sentence for each."""
        others, unknown = (self.whose.get(which, 0) for which in ("others", "unknown"))
        said = []
        if others:
            said.append(f"{others:,} of the items are others' words: of these only what may harm somebody is told.")
        if unknown:
            said.append(
                f"{unknown:,} of the items name an author, and nobody said who of them writes for the City (or is "
                "you): rules about a writer's own duties were left out there. Say it with --own NAME."
            )
        return said

    @property
    def findings(self) -> int:
        return sum(self.severities.values())

    @property
    def is_worth_a_look(self) -> bool:
        """A warning, a serious finding, something that could not be read; or files, and no text in any of them."""
        is_nothing_read = bool(self.left_out) and not self.items and not self.skipped
        return is_nothing_read or bool(self.severities.get("serious") or self.severities.get("warning") or self.unread)


def _reason(why: str) -> str:
    """Without its numbers: a million lines must not come to a million reasons."""
    return re.sub(r"\d[\d,]*", "…", why)


def _count(counts: dict[str, int], key: str) -> None:
    counts[key] = counts.get(key, 0) + 1
