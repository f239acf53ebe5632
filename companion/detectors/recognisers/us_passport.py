"""US passport numbers: nine digits, or a letter and eight (since 2021); with a cue.

https://travel.state.gov/content/travel/en/passports/passport-help/next-generation-passport.html
"""

from __future__ import annotations

from companion.detectors.recognisers.finder import PatternFinder, pattern

_CUE = r"\b(?:passport|pasaporte)(?:\W{0,3}(?:book|card|number|num|no|nbr|id|is|was|es|numero)\b\.?){0,3}\W{0,3}"


class UsPassport(PatternFinder):
    TYPE = "US_PASSPORT"
    PATTERNS = ((pattern(_CUE + r"(?P<words>[a-z]\d{8}|\d{9})(?![\w-])"), 0.86),)
