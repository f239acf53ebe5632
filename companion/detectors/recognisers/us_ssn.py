"""US Social Security numbers. What is never issued is no number: area 000, 666, 9xx; group 00; serial 0000.

https://www.ssa.gov/employer/randomization.html. Numbers printed as examples (078-05-1120, 219-41-0973) have a valid
shape and are reported: in a draft they stand where a real one would.
"""

from __future__ import annotations

from presidio_analyzer import Pattern, PatternRecognizer

_VALID = r"(?!000|666|9)\d{3}{gap}(?!00)\d{2}{same}(?!0000)\d{4}"
# Not inside a longer number, a price or a part number (219-09-0999-C).
_BEFORE = r"(?:(?<![\w$.-])(?<!\d\s)|(?<=\bssn))"
_AFTER = r"(?!\w|[-.]\w|\s\d)"
_CUE = (
    r"(?<=\b(?:ssns?|ss|social(?:\s+security)?|seguro(?:\s+social)?)(?:\s*(?:\#|numbers?|num|no\.?))?"
    r"\W{0,3}(?:\b(?:is|was|es)\b)?\W{0,3})"
)
_CUE_AFTER = r"(?=\W{1,3}(?:is|was|=)\W+(?:my|his|her|their|the)\W+(?:ssn|social)\b)"


def _number(gap: str, same: str) -> str:
    return _VALID.replace("{gap}", gap).replace("{same}", same)


class UsSsn(PatternRecognizer):
    PATTERNS = (
        Pattern("dashed", _BEFORE + _number(r"(\s?-\s?)", r"\s?-\s?") + _AFTER, 0.85),
        Pattern("spaced or dotted", _BEFORE + _number(r"([ .])", r"\1") + _AFTER, 0.6),
        Pattern("over a line end", _BEFORE + _number(r"\s", r"\s") + _AFTER, 0.6),
        Pattern("nine digits after a cue", _CUE + _number("", "") + _AFTER, 0.8),
        Pattern("nine digits before a cue", r"(?<!\w)" + _number("", "") + _CUE_AFTER, 0.8),
    )
    CONTEXT = ("ssn", "ssns", "social", "security", "ss")

    def __init__(self) -> None:
        super().__init__(supported_entity="US_SSN", patterns=list(self.PATTERNS), context=list(self.CONTEXT))
