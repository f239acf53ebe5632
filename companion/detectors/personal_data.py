"""Personal data: Presidio finds it, the pack's rules say what it means.

detector = PersonalData(pack)
detector.load()
detector.detect(draft)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from companion.detectors.published import Published
from companion.detectors.without_torch import without_torch
from companion.draft import Draft
from companion.finding import Finding
from companion.folding import fold
from companion.rules.evaluate import Entity, Evidence
from companion.rules.findings import findings
from companion.rules.load import Pack

Analyze = Callable[[str], list[Any]]


class PersonalData:
    name = "personal-data"

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._rules = [rule for rule in pack.rules if rule.needs_entities]
        self._published = Published(pack.allow)
        self._analyze: Analyze | None = None

    def load(self) -> None:
        """Build the analyzer, and use it once so that the first draft does not wait for its patterns."""
        with without_torch():
            # Not at the top: it takes a second, and the companion listens before that.
            from companion.detectors.recognisers.analyzer import analyzer
        self._analyze = analyzer()
        self.recognised("527 Tillery Dr, 770-555-0156, moss@mail.example")

    def detect(self, draft: Draft) -> list[Finding]:
        site = self._pack.site(draft.context.site)
        evidence = Evidence(draft, site[0] if site else None, self.entities(draft.text))
        return findings(self._rules, evidence, self._pack, self.name)

    def entities(self, text: str) -> tuple[Entity, ...]:
        """What rules see: everything recognised, less what the pack says is published."""
        found = self.recognised(text)
        return tuple(e for e in found if not self._published.holds(e.type, fold(text[e.start : e.end]).text))

    def recognised(self, text: str) -> tuple[Entity, ...]:
        """Every piece of personal data, in order and without overlaps; spans count code points of `text`."""
        if self._analyze is None:
            raise RuntimeError("PersonalData.load has not been called")
        folded = fold(text)
        results = _apart(self._analyze(_ascii_digits(folded.text)))
        return tuple(Entity(r.entity_type, *folded.original(r.start, r.end), round(r.score, 3)) for r in results)


def _ascii_digits(text: str) -> str:
    """Digits of other scripts as 0 to 9, one for one."""
    if text.isascii():
        return text
    return "".join(str(int(c)) if c.isdecimal() else c for c in text)


def _apart(results: list[Any]) -> list[Any]:
    """Of overlapping results the surest, then the longest; in the text's order."""
    kept: list[Any] = []
    for result in sorted(results, key=lambda r: (-r.score, r.start - r.end, r.start, r.entity_type)):
        if not any(result.start < other.end and other.start < result.end for other in kept):
            kept.append(result)
    return sorted(kept, key=lambda r: (r.start, r.end))
