"""Terms and texts made equal: case, spaces, punctuation, accents and look-alike letters do not count.

    normalised("Projet Blue-Héron") == normalised("projet  blueheron") == "projetblueheron"

A text is cut into words, runs of letters and digits; neighbouring words are joined, as far as the longest term goes.
So "B.L.U.E. Heron" and "BlueHeron" are one, but a term is never found inside a longer word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from companion.folding import fold

_WORD = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """A folded word; its place counts code points of the text it stands in."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    folded = fold(text)
    return [Word(m[0].casefold(), *folded.original(*m.span())) for m in _WORD.finditer(folded.text)]


def normalised(term: str) -> str:
    return "".join(word.text for word in words(term))


def runs(found: Sequence[Word], lengths: Collection[int]) -> Iterator[Word]:
    """Neighbouring words, joined, of these lengths; from each place the shortest first."""
    longest = max(lengths, default=0)
    for first, word in enumerate(found):
        joined = ""
        for last in range(first, len(found)):
            joined += found[last].text
            if len(joined) > longest:
                break
            if len(joined) in lengths:
                yield Word(joined, word.start, found[last].end)
