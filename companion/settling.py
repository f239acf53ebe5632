"""From everything that detectors found to what the writer is told: in order, and each concern once."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from companion.detectors.meaning import Meaning
from companion.disjoint import Disjoint
from companion.finding import SEVERITIES, Finding, theme_of

_SURER = 0.2
"""Of two themes that one sentence is heard for, the one that is this much surer drowns the other out."""


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Worst first, then by place; findings about the whole text last among equals."""

    def key(finding: Finding) -> tuple[int, int, int, str]:
        place = (finding.start, finding.end) if finding.start is not None and finding.end is not None else None
        return (-SEVERITIES.index(finding.severity), *(place or (1 << 31, 1 << 31)), finding.rule)

    return sorted(findings, key=key)


def without_echoes(findings: Sequence[Finding]) -> list[Finding]:
    """Of overlapping findings of one rule id keep the worst, then what points at words, then the longest."""
    taken: defaultdict[str, Disjoint] = defaultdict(Disjoint)
    whole: set[str] = set()
    kept: list[Finding] = []
    for finding in sorted(findings, key=_weight, reverse=True):
        theme = theme_of(finding.rule)
        if finding.start is None or finding.end is None:
            if theme not in whole:
                kept.append(finding)
            whole.add(theme)
        elif taken[theme].take(finding.start, finding.end):
            kept.append(finding)
    return kept


def _weight(finding: Finding) -> tuple[int, bool, int, float]:
    length = finding.end - finding.start if finding.start is not None and finding.end is not None else 0
    points_at_words = finding.detector != Meaning.name  # which marks whole sentences
    return SEVERITIES.index(finding.severity), points_at_words, length, finding.confidence


class _Placed(NamedTuple):
    start: int
    end: int
    finding: Finding


def giving_way(findings: Sequence[Finding], sure_enough: float) -> list[Finding]:
    """Without what a sentence only seems to mean where another theme, no milder, is plain in it.

    A model that knows thirty themes hears echoes of several in one sentence: an insult sounds like a quarrel, too.
    Advice that is less than `sure_enough` stands where it stands alone, or where the others are no surer than it.
    Findings of one theme must not overlap.
    """
    placed = [_Placed(f.start, f.end, f) for f in findings if f.start is not None and f.end is not None]
    by_theme: defaultdict[str, list[_Placed]] = defaultdict(list)
    for one in sorted(placed, key=lambda one: one.start):
        by_theme[theme_of(one.finding.rule)].append(one)
    drowned = {
        one.finding.id
        for one in placed
        if one.finding.detector == Meaning.name and one.finding.confidence < sure_enough
        if any(_drowns(other, one.finding) for other in _beside(one, by_theme))
    }
    return [finding for finding in findings if finding.id not in drowned]


def _beside(one: _Placed, by_theme: Mapping[str, Sequence[_Placed]]) -> Iterator[Finding]:
    """What overlaps it, of other themes."""
    for theme, own in by_theme.items():
        at = bisect_left(own, one.end, key=lambda other: other.start) if theme != theme_of(one.finding.rule) else 0
        while at and own[at - 1].end > one.start:
            at -= 1
            yield own[at].finding


def _drowns(other: Finding, finding: Finding) -> bool:
    if SEVERITIES.index(other.severity) < SEVERITIES.index(finding.severity):
        return False
    return other.detector != Meaning.name or other.confidence > finding.confidence + _SURER
