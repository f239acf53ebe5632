"""How well a policy finds what a careful reader marked: counted over rows, per rule id.

A finding counts for its theme, the part of its rule before the slash, once a row. What a row's `allow` lists counts
neither for nor against.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from statistics import fmean

from companion.draft import Draft
from companion.finding import SEVERITIES, Finding, Review, Severity, theme_of
from companion.rules.authoring.rows import MarkedRow

Reviewing = Callable[[Draft], Review]


@dataclass(frozen=True)
class Outcome:
    """What was raised for one row, at its gravest, and how many of the marked words were hit."""

    row: MarkedRow
    raised: Mapping[str, Severity]
    spans_marked: Mapping[str, int]
    spans_hit: Mapping[str, int]
    complete: bool

    @property
    def missed(self) -> list[str]:
        return sorted(self.row.expect - self.raised.keys())

    @property
    def wrong(self) -> list[str]:
        """Raised though neither expected nor allowed."""
        return sorted(self.raised.keys() - self.row.expect - self.row.allow)

    def alarms(self, at_least: Severity) -> list[str]:
        """What was wrongly raised at this severity or above."""
        least = SEVERITIES.index(at_least)
        return [rule for rule in self.wrong if SEVERITIES.index(self.raised[rule]) >= least]


def outcome(row: MarkedRow, review: Review) -> Outcome:
    raised: dict[str, Severity] = {}
    for finding in review.findings:
        rule = theme_of(finding.rule)
        raised[rule] = max(raised.get(rule, "info"), finding.severity, key=SEVERITIES.index)
    marked, hit = dict.fromkeys(raised, 0), dict.fromkeys(raised, 0)
    for rule, words in row.spans:
        if rule in raised:  # words of a rule that was not raised are missed already
            marked[rule] += 1
            hit[rule] += any(theme_of(f.rule) == rule and _touches(f, words, row.draft.text) for f in review.findings)
    return Outcome(row, raised, marked, hit, review.status == "complete")


def _touches(finding: Finding, words: str, text: str) -> bool:
    """Whether a finding marks a part of these words, wherever they stand."""
    if finding.start is None or finding.end is None:
        return False
    at = text.find(words)
    while at >= 0:
        if finding.start < at + len(words) and at < finding.end:
            return True
        at = text.find(words, at + 1)
    return False


@dataclass
class RuleFigures:
    rule: str
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    spans_marked: int = 0
    spans_hit: int = 0

    @property
    def expected(self) -> int:
        return self.right + len(self.missed)

    @property
    def precision(self) -> float:
        """0 for a rule that was never raised."""
        return _share(self.right, self.right + len(self.wrong))

    @property
    def recall(self) -> float | None:
        """None for a rule that no row expects."""
        return _share(self.right, self.expected) if self.expected else None

    @property
    def f1(self) -> float:
        return _share(2 * self.right, 2 * self.right + len(self.missed) + len(self.wrong))


@dataclass(frozen=True)
class Measurement:
    outcomes: tuple[Outcome, ...]
    rules: tuple[RuleFigures, ...]

    @property
    def ordinary(self) -> list[Outcome]:
        return [o for o in self.outcomes if o.row.is_ordinary]

    @property
    def confused(self) -> list[Outcome]:
        return [o for o in self.outcomes if o.missed or o.wrong]

    @property
    def not_complete(self) -> list[str]:
        return [o.row.name for o in self.outcomes if not o.complete]

    @property
    def macro_precision(self) -> float | None:
        """Over every rule id that was expected, or raised against expectation."""
        return _mean(r.precision for r in self.rules)

    @property
    def macro_recall(self) -> float | None:
        return _mean(r.recall for r in self.rules if r.recall is not None)

    @property
    def macro_f1(self) -> float | None:
        return _mean(r.f1 for r in self.rules)

    @property
    def span_overlap(self) -> float | None:
        marked = sum(r.spans_marked for r in self.rules)
        return sum(r.spans_hit for r in self.rules) / marked if marked else None

    def alarms(self, at_least: Severity) -> list[Outcome]:
        """Ordinary rows on which something outside `allow` was raised at this severity or above."""
        return [o for o in self.ordinary if o.alarms(at_least)]


def measured(rows: Iterable[MarkedRow], reviewing: Reviewing) -> Measurement:
    outcomes = tuple(outcome(row, reviewing(row.draft)) for row in rows)
    rules: dict[str, RuleFigures] = {}
    for one in outcomes:
        for rule in sorted(one.row.expect | set(one.wrong)):
            _count(rules.setdefault(rule, RuleFigures(rule)), one)
    return Measurement(outcomes, tuple(rules[rule] for rule in sorted(rules)))


def _count(figures: RuleFigures, one: Outcome) -> None:
    if figures.rule in one.missed:
        figures.missed.append(one.row.name)
    elif figures.rule in one.wrong:
        figures.wrong.append(one.row.name)
    else:
        figures.right += 1
    figures.spans_marked += one.spans_marked.get(figures.rule, 0)
    figures.spans_hit += one.spans_hit.get(figures.rule, 0)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _mean(values: Iterable[float]) -> float | None:
    listed = list(values)
    return fmean(listed) if listed else None
