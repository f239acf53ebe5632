"""US bank routing numbers: nine digits with a check digit, with a cue.

https://www.aba.com/about-us/routing-number: weights 3, 7, 1; first two digits 00-12, 21-32, 61-72 or 80.
"""

from __future__ import annotations

from companion.detectors.recognisers.finder import PatternFinder, pattern

_CUE = r"\b(?:routing|aba|rtn|transit)(?:\W{0,3}(?:transit|number|num|no|nbr|code|is|was)\b\.?){0,3}\W{0,3}"


class AbaRouting(PatternFinder):
    TYPE = "ABA_ROUTING_NUMBER"
    PATTERNS = ((pattern(_CUE + r"(?P<words>(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7})(?![\w-])"), 0.9),)

    def is_valid(self, words: str) -> bool:
        return sum(int(digit) * weight for digit, weight in zip(words, (3, 7, 1) * 3, strict=True)) % 10 == 0
