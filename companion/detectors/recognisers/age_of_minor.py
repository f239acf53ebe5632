"""The age of a child, as it is said of one: “Tyler, 9, was”, “her 12-year-old”, “age 7”."""

from __future__ import annotations

from companion.detectors.recognisers.finder import PatternFinder, exact, pattern

_UNDER_18 = r"(?:1[0-7]|[1-9])"
_IN_WORDS = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)"
)


class AgeOfMinor(PatternFinder):
    TYPE = "AGE_OF_MINOR"
    PATTERNS = (
        (pattern(rf"\b(?:{_UNDER_18}|{_IN_WORDS})[ -](?:year|yr)s?[ -]olds?\b|\b{_UNDER_18} ?(?:yo|y/o)\b"), 0.8),
        (
            pattern(
                rf"\b(?:age|aged) (?P<words>{_UNDER_18}|{_IN_WORDS})\b(?![-.:/]\d| ?(?:and (?:up|over|older)|to|or|\+))"
            ),
            0.7,
        ),
        (
            pattern(
                rf"\b(?:is|was|turned|turns|just turned) (?P<words>{_UNDER_18})(?= (?:and|now|today|on|in|this|next)\b)"
            ),
            0.4,
        ),
        (exact(rf"\p{{Lu}}\p{{Ll}}+(?:, | \()(?P<words>{_UNDER_18})(?:,|\))"), 0.6),
    )
