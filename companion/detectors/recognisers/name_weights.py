"""What the model cannot see of a name: a capital, a title before it, and whether it is somebody's name anywhere.

The model's share for “name” is multiplied. A name that is missed costs more than one too many, since a name alone never
warns. The weights were chosen on made-up sentences (the half that was developed on: make bench-pii) and on sentences
written around their names.
"""

from __future__ import annotations

from pathlib import Path

import regex

FOLDER = Path(__file__).parent / "name_list"
GIVEN, SURNAMES, ALSO_WORDS, LEFT_OUT = "given.txt", "surnames.txt", "also_words.txt", "left_out.txt"

_NAME_WEIGHT = 4.0
NEXT_NAME_WEIGHT = 3.0  # after a given name: many surnames are names of places too
_CAPITAL_WEIGHT = 8.0  # with a capital inside a sentence
_SMALL_WEIGHT = 1.0  # without one in a text that has capitals
_TITLED_WEIGHT = 30.0
GUESSED = 0.45  # as sure as a word may be that is a name by list or look alone: shown, and too little for rules
_TITLE_BEFORE = regex.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|judge|officer|sgt|lt|capt|captain|coach|pastor|uncle|aunt|sra?|do[nñ]a?)"
    r"\.? $",
    regex.IGNORECASE,
)
_LONGEST_TITLE = 12

_GIVEN, _SURNAME, _ALSO_A_WORD, _ENDED, _UNKNOWN = range(5)
_LISTED_WEIGHTS = {
    "inside a sentence": (40.0, 20.0, 80.0, 10.0, 6.0),
    "begins one": (10.0, 5.0, 1.0, 2.0, 2.0),
    "all small": (40.0, 20.0, 1.0, 10.0, 2.0),
}
# Of surnames in many lands. They count only where the model does not know the word, so “basic” and “seven” are none.
_ENDING = regex.compile(
    r".{2,}(?:ova?|eva?|enko|chuk|[eo]vic|[cn]ic|ich|son|dottir|sen|[sc]k[iay]|wicz|czyk|[ae]k|yan|shvili|adze|oglu|escu|eanu"
    r"|opoulos|akis|idis|mura|moto|[sz]awa|shima|yama|naka|[wk]a[wr]a|strom|qvist|lund|berg|nen|ijn|aert?s?|stra|ema|inga|[ei]ll[io]|[ie]tt[io]|ucci|ini|ino|eau|mann|stein|hoff|meier|bauer)"
)
_CAPITAL_BEFORE = regex.compile(r"\p{Lu}[\p{L}'’.-]* $")
_CAPITAL_AFTER = regex.compile(r" \p{Lu}")


class ListedNames:
    """Names of the list, small letters without accents, as folded drafts have them; holds some 5 MB."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._given, self._surnames, self._words = (
            frozenset((folder / name).read_text("ascii").split()) for name in (GIVEN, SURNAMES, ALSO_WORDS)
        )

    def weight(self, text: str, start: int, end: int, *, is_unknown: bool) -> float:
        """`is_unknown`: not in the model's vocabulary. Most such words with a capital are names."""
        said = text[start:end]
        capital = said[0].isupper()
        if not capital and not text.islower():
            return 1.0
        first = begins(text, start) or text.isupper()
        weights = _LISTED_WEIGHTS["all small" if not capital else "begins one" if first else "inside a sentence"]
        unknown = weights[_UNKNOWN] if is_unknown and not said.isupper() else 1.0
        word = said.lower()
        if word in self._given:
            return unknown * weights[_GIVEN]
        if word in self._surnames:
            return unknown * weights[_SURNAME]
        if word in self._words:
            return 1.0 if _beside_a_capital(text, start, end) else weights[_ALSO_A_WORD]
        return unknown * weights[_ENDED] if is_unknown and _ENDING.fullmatch(word) else unknown


def _beside_a_capital(text: str, start: int, end: int) -> bool:
    """“Rose Park”, and headlines."""
    return bool(_CAPITAL_AFTER.match(text, end) or _CAPITAL_BEFORE.search(text, max(0, start - 20), start))


def name_weight(text: str, start: int) -> float:
    """The model reads small letters only; whether a word has a capital is evidence it never saw."""
    if _TITLE_BEFORE.search(text, max(0, start - _LONGEST_TITLE), start):
        return _TITLED_WEIGHT
    if begins(text, start) or text.islower() or text.isupper():
        return _NAME_WEIGHT
    return _CAPITAL_WEIGHT if text[start].isupper() else _SMALL_WEIGHT


def begins(text: str, start: int) -> bool:
    """A sentence, where a capital says nothing."""
    before = text[:start].rstrip(" \t\"'(“‘*-")
    return not before or before[-1] in ".!?\n"
