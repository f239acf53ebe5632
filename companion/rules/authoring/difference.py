"""What a change of the policy changes in what is said of drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from companion.draft import Draft
from companion.finding import Finding, Review
from companion.rules.authoring.rows import MarkedRow

Reviewing = Callable[[Draft], Review]
Place = tuple[int | None, int | None]


@dataclass(frozen=True)
class Change:
    """One finding that came, went, or says something else; `before` and `after` are its severities."""

    row: MarkedRow
    kind: Literal["new", "gone", "changed"]
    rule: str
    place: Place
    before: str | None
    after: str | None

    @property
    def words(self) -> str:
        start, end = self.place
        return "the whole text" if start is None or end is None else self.row.draft.text[start:end]


def changes(rows: Iterable[MarkedRow], old: Reviewing, new: Reviewing) -> Iterator[Change]:
    for row in rows:
        before, after = (_by_place(review(row.draft)) for review in (old, new))
        for key in sorted(before.keys() | after.keys(), key=lambda k: (k[1][0] is None, k[1], k[0])):
            one = _change(row, key, before.get(key), after.get(key))
            if one is not None:
                yield one


def _by_place(review: Review) -> dict[tuple[str, Place], Finding]:
    return {(f.rule, (f.start, f.end)): f for f in review.findings}


def _change(row: MarkedRow, key: tuple[str, Place], before: Finding | None, after: Finding | None) -> Change | None:
    severities = (before.severity if before else None, after.severity if after else None)
    if before is None or after is None:
        return Change(row, "gone" if after is None else "new", *key, *severities)
    return Change(row, "changed", *key, *severities) if _said(before) != _said(after) else None


def _said(finding: Finding) -> Finding:
    """What the writer sees: an id differs between two packs for no reason of theirs."""
    return finding.model_copy(update={"id": "", "confidence": 0.0})
