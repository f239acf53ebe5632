"""Numbers spelled out, “two one nine, four one, oh nine seven three”: nine digits after a cue, or a telephone's ten."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from companion.detectors.recognisers.finder import Finder, Found, pattern

_DIGITS = {
    **{"zero": "0", "oh": "0", "o": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"},
    **{"seven": "7", "eight": "8", "nine": "9", "cero": "0", "uno": "1", "dos": "2", "tres": "3", "cuatro": "4"},
    **{"cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9"},
}
_DIGIT = rf"(?:{'|'.join(sorted(_DIGITS, key=len, reverse=True))}|\d{{1,4}})"
_RUN = pattern(rf"(?<![\w-]){_DIGIT}(?:[\s,.–-]{{1,3}}(?:dash |hyphen )?{_DIGIT}){{3,10}}(?![\w-])")
_PART = regex.compile(r"\p{L}+|\d+")
_SSN_CUE = pattern(r"\b(?:ssns?|social(?: security)?(?: number)?|seguro social)\b[^.!?]{0,30}$")
_SIGNS = ("dash", "hyphen")
_LEAST_WORDS = 3  # fewer, and a street number and a count may have met


class _Spelled(Finder):
    def find(self, text: str) -> Iterator[Found]:
        for run in _RUN.finditer(text):
            parts = _PART.findall(run.group())
            words = [part for part in parts if part.lower() in _DIGITS]
            digits = "".join(_DIGITS.get(part.lower(), part) for part in parts if part.lower() not in _SIGNS)
            if len(words) >= _LEAST_WORDS and self.is_one(digits, text[max(0, run.start() - 60) : run.start()]):
                yield *run.span(), 0.8

    def is_one(self, digits: str, before: str) -> bool:
        raise NotImplementedError


class SpelledSsn(_Spelled):
    TYPE = "US_SSN"

    def is_one(self, digits: str, before: str) -> bool:
        return len(digits) == 9 and digits[0] != "9" and _SSN_CUE.search(before) is not None


class SpelledPhone(_Spelled):
    TYPE = "PHONE_NUMBER"

    def is_one(self, digits: str, before: str) -> bool:
        national = digits.removeprefix("1") if len(digits) == 11 else digits
        return len(national) == 10 and national[0] not in "01" and _SSN_CUE.search(before) is None
