"""Driver's licences, with a cue: Georgia's seven to nine digits, or a letter or two and digits as other states have."""

from __future__ import annotations

from companion.detectors.recognisers.finder import PatternFinder, pattern

_CUE = (
    r"\b(?:driver'?s?'? ?(?:licen[cs]e|lic\b\.?)|driving licen[cs]e|(?:ga|georgia) (?:licen[cs]e|id)\b|dln?\b|d\.l\."
    r"|licencia(?: de (?:conducir|manejar))?)"
)
_SAYS = r"number|num|no|nbr|id|is|was|es|ga|georgia|state|from|my|his|her|the|it|s"
_GAP = rf"(?:\W{{0,3}}\b(?:{_SAYS})\b){{0,5}}\W{{0,3}}"
_NUMBER = (
    r"(?P<words>(?:[a-z]{1,2}-?)?\d{6,14}[a-z]?|[a-z]\d{3}(?:-\d{3,4}){2,3}(?:-\d)?"
    r"|\d{3}[ -]\d{3}[ -]\d{3})(?![\w-])"
)


class UsDriverLicense(PatternFinder):
    TYPE = "US_DRIVER_LICENSE"
    PATTERNS = ((pattern(_CUE + _GAP + _NUMBER), 0.86),)
