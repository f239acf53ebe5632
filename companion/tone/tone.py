"""What the model told of one text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """A word piece, [start, end) in code points of the original, and how much it speaks for each of MARKS (0 to 1)."""

    start: int
    end: int
    marks: Mapping[str, float]


@dataclass(frozen=True)
class Part:
    """[start, end) of the text, read at once: some sentences. `scores` has a probability for each of CLASSES."""

    start: int
    end: int
    scores: Mapping[str, float]
    pieces: Sequence[Piece]


@dataclass(frozen=True)
class Tone:
    """Of a whole text; of a long one, part by part."""

    parts: Sequence[Part]

    def score(self, name: str) -> float:
        """That of the part that has most of it; 0 for a text without words."""
        return max((part.scores[name] for part in self.parts), default=0.0)
