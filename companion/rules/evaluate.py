"""The boolean tree, asked of one draft. Spans count code points of the original text.

A node answers with its matches, or None when it does not hold. `[]` means: holds, without marking words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Any

from companion.draft import Draft
from companion.folding import Folded, fold
from companion.lists.matching import Hit
from companion.rules.compile import Compiled
from companion.rules.search import Searched
from companion.rules.sentences import sentences
from companion.rules.toned import ReadTone, Toned
from companion.rules.wording_compared import changes_of_meaning, share_a_word

Matches = list["Match"] | None
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, order=True)
class Match:
    start: int
    end: int
    score: float = 1.0

    def overlaps(self, other: Match) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Entity:
    """A piece of personal data; `type` as Presidio names it."""

    type: str
    start: int
    end: int
    score: float


@dataclass(frozen=True)
class Span:
    """The part of the text a node looks at."""

    start: int
    end: int

    def holds(self, match: Match) -> bool:
        return self.start <= match.start and match.end <= self.end


Readings = Callable[[Sequence[str]], Mapping[str, Sequence[float]]]
"""Sentences → for each meaning, how sure it is (0 to 1) that each sentence has it; 0 where it is not sure enough."""


@dataclass(frozen=True)
class Models:
    """What models and confidential lists tell of a text; without them, nothing."""

    entities: Callable[[str], tuple[Entity, ...]] = lambda _: ()
    readings: Readings | None = None
    listed: Callable[[str], tuple[Hit, ...]] = lambda _: ()
    tone: ReadTone | None = None


class Evidence:
    """One draft and everything rules may ask about it; texts are folded and cut once."""

    def __init__(
        self,
        draft: Draft,
        site_id: str | None = None,
        entities: tuple[Entity, ...] = (),
        readings: Readings | None = None,
        listed: tuple[Hit, ...] = (),
        tone: ReadTone | None = None,
    ) -> None:
        self.draft = draft
        self._read = readings
        self.site_id = site_id or draft.context.site
        self.entities = entities
        self.listed = listed
        self._tone = tone
        self._toned: dict[str, Toned] = {}
        self._folded: dict[str, Folded] = {}
        self._searched: dict[str, Searched] = {}
        self._found: dict[int, list[Match]] = {}

    def is_on(self, sites: list[str]) -> bool:
        """Whether the draft's site, or the host it is a part of, is one of these."""
        here = self.site_id or ""
        return any(here == site or here.endswith("." + site) for site in sites)

    def shares_words(self, source: str, light: list[str]) -> bool:
        return share_a_word(self.folded("text").text, self.folded(source).text, set(light))

    def folded(self, source: str) -> Folded:
        if source not in self._folded:
            self._folded[source] = fold(self.draft.source(source))
        return self._folded[source]

    def searched(self, source: str) -> Searched:
        if source not in self._searched:
            self._searched[source] = Searched(self.folded(source).text)
        return self._searched[source]

    @property
    def whole(self) -> Span:
        return Span(0, len(self.draft.text))

    @cached_property
    def sentences(self) -> list[Span]:
        text = self.folded("text")
        return [Span(*text.original(start, end)) for start, end in sentences(text.text)]

    @cached_property
    def _words(self) -> list[tuple[int, int]]:
        return [m.span() for m in _WORD.finditer(self.draft.text)]

    def reads_like(self, meaning: str) -> list[Match]:
        """The sentences that have this meaning."""
        return [
            Match(span.start, span.end, score)
            for span, score in zip(self._statements, self._readings.get(meaning, ()), strict=False)
            if score
        ]

    @cached_property
    def _statements(self) -> list[Span]:
        """The sentences without the space around them."""
        text = self.draft.text
        cut = [(s.start, s.end, text[s.start : s.end]) for s in self.sentences]
        return [Span(a + len(t) - len(t.lstrip()), b - len(t) + len(t.rstrip())) for a, b, t in cut if t.strip()]

    @cached_property
    def _readings(self) -> Mapping[str, Sequence[float]]:
        return self._read([self.draft.text[s.start : s.end] for s in self._statements]) if self._read else {}

    def sentences_in(self, span: Span, around: Sequence[Match] | None) -> list[Span]:
        """The sentences that the span touches; those only that hold one of `around`, where it is given."""
        first = bisect_right(self.sentences, span.start, key=lambda s: s.end)
        last = bisect_left(self.sentences, span.end, key=lambda s: s.start)
        inside = self.sentences[first:last]
        if around is None:
            return inside
        starts = {bisect_right(inside, match.start, key=lambda s: s.start) - 1 for match in around}
        return [inside[at] for at in sorted(starts) if at >= 0]

    def toned(self, source: str) -> Toned:
        """What the tone model says of one of the texts; read once a draft. Without the model, nothing."""
        if source not in self._toned:
            text = self.draft.source(source)
            self._toned[source] = Toned(text, self._tone(text) if self._tone and text.strip() else None)
        return self._toned[source]

    def around(self, match: Match, words: int) -> Span:
        """The span that reaches `words` words to either side of a match."""
        ends_before = bisect_right(self._words, match.start, key=lambda word: word[1])
        starts_after = bisect_left(self._words, match.end, key=lambda word: word[0])
        before = self._words[max(0, ends_before - words) : ends_before]
        after = self._words[starts_after : starts_after + words]
        return Span(min([match.start, *(s for s, _ in before)]), max([match.end, *(e for _, e in after)]))

    def near(self, match: Match, within: str | int) -> Span:
        """The sentences that a match touches, the whole text, or so many words to either side of it."""
        if isinstance(within, int):
            return self.around(match, within)
        touched = [s for s in self.sentences if s.start < match.end and match.start < s.end]
        return Span(touched[0].start, touched[-1].end) if within == "sentence" and touched else self.whole

    def found(self, leaf: Compiled) -> list[Match]:
        """All matches of a `match` leaf in its source, in order; searched once a draft."""
        key = id(leaf)
        if key not in self._found:
            text = self.folded(leaf["in"])
            self._found[key] = sorted(Match(*text.original(*span)) for span in self.searched(leaf["in"]).find(leaf))
        return self._found[key]


def holds(node: Compiled, evidence: Evidence, span: Span) -> Matches:
    """Ask one node within a span of the text."""
    kind = next(iter(node))
    match kind:
        case "match":
            return _in_span(node, evidence, span)
        case "entity" | "like" | "listed" | "tone":
            return _told(node, evidence, span)
        case "changed":
            return _changed(node, evidence, span)
        case "context" | "shares_words":
            return [] if _is_so(node, evidence) else None
        case "absent":
            return _absent(node, evidence)
        case "not":
            return [] if holds(node["not"], evidence, span) is None else None
        case "any":
            answers = [a for part in node["any"] if (a := holds(part, evidence, span)) is not None]
            return [m for answer in answers for m in answer] if answers else None
        case _:
            return _all(node, evidence, span)


def _in_span(node: Compiled, evidence: Evidence, span: Span) -> Matches:
    found = evidence.found(node)
    if node["in"] != "text":
        return [] if found else None
    if span.start:
        found = found[bisect_left(found, span.start, key=lambda m: m.start) :]
    return [m for m in takewhile(lambda m: m.start <= span.end, found) if span.holds(m)] or None


def _tone(node: Compiled, evidence: Evidence, span: Span) -> Matches:
    marked = evidence.toned(node["in"]).marked(node["tone"], node["min_score"])
    if node["in"] != "text":
        return [] if marked else None
    return [m for start, end, score in marked if span.holds(m := Match(start, end, score))] or None


def _told(node: Compiled, evidence: Evidence, span: Span) -> Matches:
    """What a model or a confidential list says of the text."""
    if "like" in node:
        return [m for m in evidence.reads_like(node["like"]) if span.holds(m)] or None
    if "tone" in node:
        return _tone(node, evidence, span)
    if "listed" in node:
        names = node["listed"]
        hits = [Match(h.start, h.end) for h in evidence.listed if "any" in names or h.list in names]
        return [m for m in hits if span.holds(m)] or None
    wanted = (e for e in evidence.entities if e.type in node["entity"] and e.score >= node["min_score"])
    return [m for e in wanted if span.holds(m := Match(e.start, e.end, e.score))] or None


def _changed(node: Compiled, evidence: Evidence, span: Span) -> Matches:
    if not evidence.draft.source(node["changed"]).strip():
        return None
    before, after = evidence.folded(node["changed"]), evidence.folded("text")
    found = changes_of_meaning(before.text, after.text, set(node["weighty"]), set(node["light"]))
    if not found:
        return None if found is None else []
    return [m for start, end in found if span.holds(m := Match(*after.original(start, end)))] or None


def _is_so(node: Compiled, evidence: Evidence) -> bool:
    if "context" in node:
        return _context_is(node["context"], evidence)
    return evidence.shares_words(node["shares_words"], node["light"])


def _context_is(wanted: dict[str, Any], evidence: Evidence) -> bool:
    context = evidence.draft.context
    return (
        context.mode in wanted.get("mode", (context.mode,))
        and context.surface in wanted.get("surface", (context.surface,))
        and ("site" not in wanted or evidence.is_on(wanted["site"]))
        and ("other_site" not in wanted or (evidence.site_id is not None and not evidence.is_on(wanted["other_site"])))
        and ("media" not in wanted or any(m in wanted["media"] for m in context.media))
        and ("employment" not in wanted or context.employment in wanted["employment"])
        and all(evidence.draft.source(name).strip() for name in wanted.get("has", ()))
    )


def _absent(node: Compiled, evidence: Evidence) -> Matches:
    found = any(holds(part, evidence, evidence.whole) is not None for part in node["absent"])
    return None if found else []


def _all(node: Compiled, evidence: Evidence, span: Span) -> Matches:
    parts, within = node["all"], node["within"]
    if within == "sentence":
        wanted = next((p for p in parts if "match" in p and p["in"] == "text"), None)
        inside = evidence.sentences_in(span, evidence.found(wanted) if wanted else None)
        answers = [a for s in inside if (a := _together(parts, evidence, _cut(s, span))) is not None]
        return [m for answer in answers for m in answer] if answers else None
    if within == "text":
        return _together(parts, evidence, span)
    first = holds(parts[0], evidence, span)
    kept = [m for m in first or [] if _together(parts[1:], evidence, evidence.around(m, within)) is not None]
    return kept or None


def _cut(inner: Span, outer: Span) -> Span:
    return Span(max(inner.start, outer.start), min(inner.end, outer.end))


def _together(parts: list[Compiled], evidence: Evidence, span: Span) -> Matches:
    """Every part holds in the span; the first part that marks words marks them for all."""
    marked: list[Match] = []
    for part in parts:
        answer = holds(part, evidence, span)
        if answer is None:
            return None
        marked = marked or answer
    return marked
