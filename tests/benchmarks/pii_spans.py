"""Marked spans as the benchmark counts them: parts of one address or name joined, hits by overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

KINDS = (
    *("PERSON", "STREET_ADDRESS", "CREDIT_CARD", "PHONE_NUMBER", "EMAIL_ADDRESS"),
    *("US_SSN", "IBAN_CODE", "US_DRIVER_LICENSE", "IP_ADDRESS"),
)
LEAST_OVERLAP = 0.7  # intersection over union

_BETWEEN_PARTS = re.compile(r"[\s,;.?-]{0,8}")


class Span(NamedTuple):
    kind: str
    start: int
    end: int


def expected(marked: Iterable[dict[str, Any]], text: str) -> list[Span]:
    """The data marks house, street, unit, town, country and ZIP code of some addresses one by one, of others as one."""
    spans = [Span(m["entity_type"], m["start_position"], m["end_position"]) for m in marked]
    addresses = joined_addresses(spans, text, "ADDRESS")
    names = _joined([s for s in spans if s.kind == "PERSON"], text, re.compile(r"\s?"))
    return [*addresses, *names, *(s for s in spans if s.kind in KINDS and s.kind != "PERSON")]


def joined_addresses(spans: Iterable[Span], text: str, street: str) -> list[Span]:
    """Neighbours of kind `street` and LOCATION, where at least one is a `street`."""
    parts = [s for s in spans if s.kind in (street, "LOCATION")]
    groups = _joined(parts, text, _BETWEEN_PARTS)
    holds = [s for s in parts if s.kind == street]
    return [
        Span("STREET_ADDRESS", g.start, g.end)
        for g in groups
        if any(g.start <= s.start and s.end <= g.end for s in holds)
    ]


def union(spans: Iterable[Span]) -> list[Span]:
    """What either found: overlapping spans of one kind as one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.kind == out[-1].kind and span.start < out[-1].end:
            out[-1] = out[-1]._replace(end=max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _joined(spans: Iterable[Span], text: str, gap: re.Pattern[str]) -> list[Span]:
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if out and (span.start < out[-1].end or gap.fullmatch(text, out[-1].end, span.start)):
            out[-1] = out[-1]._replace(end=max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def matched(marked: Iterable[Span], found: Iterable[Span]) -> list[tuple[Span, Span]]:
    """Each marked span with the found one of its kind that covers the same, if any; none is used twice."""
    left = list(found)
    pairs = []
    for span in marked:
        hit = next((other for other in left if other.kind == span.kind and overlap(span, other) >= LEAST_OVERLAP), None)
        if hit:
            left.remove(hit)
            pairs.append((span, hit))
    return pairs


def overlap(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))
