"""What the tone model said of a text → the words a rule marks. Spans count code points."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from companion.rules.sentences import sentences
from companion.tone.classes import MARKS
from companion.tone.tone import Part, Tone

ReadTone = Callable[[str], Tone]

_SURE = 0.5
_WORD = re.compile(r"[\w'’@*$#+|-]+|[^\w\s]")
_BETWEEN = re.compile(r"[\s,]*")


class Toned:
    """One text and its tone; None where there is no model or nothing to read."""

    def __init__(self, text: str, tone: Tone | None) -> None:
        self._text = text
        self._parts = tone.parts if tone else ()

    def marked(self, name: str, min_score: float) -> list[tuple[int, int, float]]:
        """[start, end) and score of what speaks for this class, in every part of the text that has so much of it."""
        return [
            (start, end, part.scores[name])
            for part in self._parts
            if part.scores[name] >= min_score
            for start, end in (_words(self._text, part, name) or [_sentence(self._text, part, name)])
        ]


def _words(text: str, part: Part, name: str) -> list[tuple[int, int]]:
    """The words that have a marked piece; neighbours are one span."""
    marked = [piece for piece in part.pieces if max(piece.marks[kind] for kind in _kinds(name)) >= _SURE]
    spans: list[tuple[int, int]] = []
    for word in _WORD.finditer(text, part.start, part.end):
        if any(piece.start < word.end() and word.start() < piece.end for piece in marked):
            if spans and _BETWEEN.fullmatch(text, spans[-1][1], word.start()):
                spans[-1] = spans[-1][0], word.end()
            else:
                spans.append(word.span())
    return spans


def _kinds(name: str) -> tuple[str, ...]:
    return (name,) if name in MARKS else MARKS


def _sentence(text: str, part: Part, name: str) -> tuple[int, int]:
    """Where no word stands out: the sentence whose pieces come nearest to it."""
    inside = list(_sentences_in(text, part))
    return max(inside, key=lambda span: _most(part, span, name)) if inside else (part.start, part.end)


def _sentences_in(text: str, part: Part) -> Iterator[tuple[int, int]]:
    piece = text[part.start : part.end]
    for start, end in sentences(piece):
        words = piece[start:end]
        if words.strip():
            first = part.start + start + len(words) - len(words.lstrip())
            yield first, first + len(words.strip())


def _most(part: Part, span: tuple[int, int], name: str) -> float:
    here = (p for p in part.pieces if p.start < span[1] and span[0] < p.end)
    return max((piece.marks[kind] for piece in here for kind in _kinds(name)), default=0.0)
