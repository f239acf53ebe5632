"""A part of a scan → what was found in it. The same function whether this process runs it or another computer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from companion.assemble import policy_in_use, reviewer_for
from companion.draft import Draft
from companion.errors import ForewordError, NotReady
from companion.finding import Finding, Review
from companion.offsets import Utf16
from companion.recent import Recent
from companion.redaction import Part, private
from companion.review import Reviewer
from companion.rules.load import Pack
from companion.scan.excerpt import Excerpts
from companion.scan.item import Entry, Item
from companion.scan.whose import Concerns

BUDGET_MS = 60_000
"""Nobody waits at the keyboard; and what is found must not depend on how busy the computer is."""

REMEMBERED = 16_384
"""Reviews that a process keeps: archives repeat themselves (shared posts, standing notices, short answers)."""
_LONGEST_REMEMBERED = 2_000
"""Characters of a text with its context; longer ones seldom come twice, and memory stays small."""

Result = dict[str, Any]
"""One line of the scan's JSON Lines; docs/scan.md names its fields."""


@dataclass(frozen=True)
class Asked:
    """How to check; small enough to travel with every part."""

    redact: bool = False
    policy: str = ""
    """The version of the pack; another computer may have another one."""


@dataclass(frozen=True)
class Checked:
    results: list[Result]
    """In the order of the entries; those with nothing to say are left out."""
    entries: int = 0
    items: int = 0
    months: dict[str, int] = field(default_factory=dict)
    """Items by month (`2024-05`; empty for those without a date)."""
    whose: dict[str, int] = field(default_factory=dict)
    """Items by whose words they are."""


def check_part(entries: Sequence[Entry], asked: Asked) -> Checked:
    """Loads the models once in a process."""
    checker = _checker(asked.policy)
    results = [result for entry in entries if (result := checker.result(entry, asked.redact)) is not None]
    items = [entry for entry in entries if isinstance(entry, Item)]
    months = Counter((item.time or "")[:7] for item in items)
    whose: Counter[str] = Counter(item.whose for item in items)
    return Checked(results, len(entries), len(items), dict(months), dict(whose))


def ready(asked: Asked) -> Reviewer:
    """Loads what checks, in this process."""
    return _checker(asked.policy).reviewer


@lru_cache(maxsize=1)
def _checker(policy: str) -> _Checker:
    pack = policy_in_use()
    if policy and pack.version != policy:
        raise NotReady(f"This worker has the policy {pack.version}, the scan {policy}. Give it the same rules.")
    reviewer = reviewer_for(pack, BUDGET_MS)
    reviewer.load()
    return _Checker(pack, reviewer)


class Remembered:
    """Reviews of the texts that came last, so that the same words in the same context are looked at once."""

    def __init__(self, reviewer: Reviewer) -> None:
        self._reviewer = reviewer
        self._known: Recent[str, Review] = Recent(REMEMBERED)

    def review(self, draft: Draft) -> Review:
        key = draft.context.model_dump_json() + draft.text
        if len(key) > _LONGEST_REMEMBERED:
            return self._reviewer.review(draft)
        if known := self._known.get(key):
            return known
        review = self._reviewer.review(draft)
        return self._known.keep(key, review) if review.status == "complete" else review


class _Checker:
    def __init__(self, pack: Pack, reviewer: Reviewer) -> None:
        self.reviewer = reviewer
        self._remembered = Remembered(reviewer)
        self._concerns = Concerns(pack)
        self._messages = {loaded.id: loaded.rule.message for loaded in pack.rules}

    def result(self, entry: Entry, redact: bool) -> Result | None:
        if not isinstance(entry, Item):
            return unread(entry.source, entry.where, entry.why, entry.is_mistake)
        named = _named(entry, redact)
        try:
            return self._reviewed(entry, named, redact)
        except ForewordError as error:
            return unread(entry.source, entry.where, error.detail)
        except Exception as error:  # whose message could hold words of the text
            return unread(entry.source, entry.where, f"The check stopped with an error ({type(error).__name__}).")

    def _reviewed(self, item: Item, named: Result, redact: bool) -> Result | None:
        review = self._remembered.review(Draft(text=item.text, context=item.context))
        findings = [finding for finding in review.findings if self._concerns(finding.rule, item.whose)]
        if not findings and not review.not_checked:
            return None
        masked = self._masked(item.text, review.findings) if redact else []
        excerpts, at = Excerpts(item.text, masked), Utf16(item.text).from_code_point
        return named | {
            "status": review.status,
            "not_checked": [one.model_dump() for one in review.not_checked],
            "findings": [self._finding(f, excerpts, at, redact) for f in findings],
        }

    def _masked(self, text: str, findings: Sequence[Finding]) -> list[Part]:
        return private(text, self.reviewer.private_parts(text), findings)

    def _finding(self, finding: Finding, excerpts: Excerpts, at: Utf16.Converter, redact: bool) -> Result:
        start, end = finding.start, finding.end
        placed = start is not None and end is not None
        return {
            "rule": finding.rule,
            "severity": finding.severity,
            "title": finding.title,
            "message": self._message(finding, excerpts) if redact else finding.message,
            "why": finding.why,
            "clause": list(finding.clause),
            "contacts": list(finding.contacts),
            "confidence": finding.confidence,
            "start": at(start) if placed and start is not None else None,
            "end": at(end) if placed and end is not None else None,
            "excerpt": excerpts.of(start, end),
        }

    def _message(self, finding: Finding, excerpts: Excerpts) -> str:
        """The rule's own words, around masked ones."""
        words = (
            excerpts.words(finding.start, finding.end) if finding.start is not None and finding.end is not None else ""
        )
        template = self._messages.get(finding.rule, finding.title)
        return template.replace("{list}", "a confidential list").replace("{words}", words)


def unread(source: str, where: str, why: str, is_mistake: bool = True) -> Result:
    return {"kind": "unread", "source": source, "where": where, "error": why, "mistake": is_mistake}


def _named(item: Item, redact: bool) -> Result:
    context = item.context
    return {
        "kind": "item",
        "source": item.source,
        "where": item.where,
        "line": item.line,
        "id": item.id,
        "time": item.time,
        "author": None if redact else item.author,
        "whose": item.whose,
        "link": None if redact and item.whose != "own" else item.link,  # an address often names who writes there
        "mode": context.mode,
        "surface": context.surface,
        "site": context.site,
    }
