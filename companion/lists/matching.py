"""Where a text names something that stands on a list."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Protocol

from companion.lists.normalise import Word, normalised, runs, words


class TermList(Protocol):
    """Something that can say of a normalised term whether it is one of its own."""

    @property
    def name(self) -> str: ...

    @property
    def lengths(self) -> Collection[int]: ...

    def holds(self, term: str) -> bool: ...


@dataclass(frozen=True, order=True)
class Hit:
    """Words of the text that stand on a list; never which others stand there."""

    start: int
    end: int
    list: str


def hits(text: str, lists: Iterable[TermList]) -> tuple[Hit, ...]:
    """In the text's order; of overlapping terms of one list the longest."""
    found = words(text)
    return tuple(sorted(hit for one in lists for hit in _of_list(found, one)))


def _of_list(found: list[Word], one: TermList) -> list[Hit]:
    held = [run for run in runs(found, one.lengths) if one.holds(run.text)]
    kept: list[Word] = []
    for run in sorted(held, key=lambda r: (r.start - r.end, r.start)):
        if not any(run.start < other.end and other.start < run.end for other in kept):
            kept.append(run)
    return [Hit(run.start, run.end, one.name) for run in kept]


class OpenList:
    """A list in plain words, in memory: what a rule's own tests and a draft's own words are looked up in."""

    def __init__(self, name: str, terms: Iterable[str]) -> None:
        self.name = name
        self._terms = frozenset(normal for term in terms if (normal := normalised(term)))
        self.lengths = frozenset(map(len, self._terms))

    def holds(self, term: str) -> bool:
        return term in self._terms
