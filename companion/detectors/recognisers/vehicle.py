"""Licence plates (with a cue) and vehicle identification numbers (with their check digit: 49 CFR 565.15)."""

from __future__ import annotations

from companion.detectors.recognisers.finder import PatternFinder, pattern
from companion.detectors.street_words import COMMON, UNITS

_PLATE_CUE = (
    r"\b(?:license plate|licence plate|plates?|tag|tags|placa)"
    r"(?:\W{0,2}(?:number|num|no|nbr|\#|is|was|reads|es|ga|georgia)\b\.?){0,3}[\s:#“\"'(]{1,3}"
)
_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_VALUES = dict(zip(_LETTERS, [*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)], strict=True)) | {
    str(digit): digit for digit in range(10)
}
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


class LicensePlate(PatternFinder):
    """Georgia gives out three letters and four digits; others mix two to eight of both."""

    TYPE = "LICENSE_PLATE"
    PATTERNS = (
        (
            pattern(
                _PLATE_CUE
                + r"(?P<words>(?=[a-z0-9 -]{0,8}\d)(?=[a-z0-9 -]{0,8}[a-z])[a-z0-9]{1,4}[ -]?[a-z0-9]{2,4})(?![\w-])"
            ),
            0.7,
        ),
    )

    def is_valid(self, words: str) -> bool:
        plain = [c for c in words if c.isalnum()]
        first, *rest = words.split(maxsplit=1)
        said = first.isalpha() and first.islower() and rest  # “tag the 1000 people”, or a plate in small letters
        return 5 <= len(plain) <= 8 and not (said and (first in COMMON | UNITS or not rest[0].isdecimal()))


class Vin(PatternFinder):
    TYPE = "VIN"
    PATTERNS = ((pattern(r"(?<![\w-])[a-hj-npr-z0-9]{17}(?![\w-])"), 0.9),)

    def is_valid(self, words: str) -> bool:
        plain = words.upper()
        if plain.isdigit() or plain.isalpha():
            return False
        rest = sum(_VALUES[sign] * weight for sign, weight in zip(plain, _WEIGHTS, strict=True)) % 11
        return plain[8] == ("X" if rest == 10 else str(rest))
