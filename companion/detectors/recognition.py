"""What is personal data in a text, before any policy: recognisers asked, overlaps settled, parts joined.

recognition = Recognition()
recognition.load()
recognition.entities("Ida, 527 Tillery Dr")
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from companion.detectors.spans import joined
from companion.detectors.without_torch import without_torch
from companion.folding import fold
from companion.rules.evaluate import Entity

Analyze = Callable[[str], list[Any]]

SURE_ENOUGH = 0.35
"""Below this a telephone number is ten digits in a row, and most often something else."""


class Recognition:
    def __init__(self) -> None:
        self._analyze: Analyze | None = None

    def load(self) -> None:
        """Build the analyzer, and use it once so that the first draft does not wait for its patterns."""
        with without_torch():
            # Not at the top: it takes a second, and the companion listens before that.
            from companion.detectors.recognisers.analyzer import analyzer
        self._analyze = analyzer()
        self.entities("Ida Moss, 527 Tillery Dr, 770-555-0156, moss@mail.example")

    def entities(self, text: str) -> tuple[Entity, ...]:
        """Every piece of personal data, in order and without overlaps; spans count code points of `text`."""
        if self._analyze is None:
            raise RuntimeError("Recognition.load has not been called")
        folded = fold(text)
        plain = _ascii_digits(folded.text)
        found = [Entity(r.entity_type, r.start, r.end, round(r.score, 3)) for r in self._analyze(plain)]
        return tuple(Entity(e.type, *folded.original(e.start, e.end), e.score) for e in joined(found, plain))


def _ascii_digits(text: str) -> str:
    """Digits of other scripts as 0 to 9, one for one."""
    if text.isascii():
        return text
    return "".join(str(int(c)) if c.isdecimal() else c for c in text)
