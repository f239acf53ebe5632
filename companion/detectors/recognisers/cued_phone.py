"""Telephone numbers in other countries' writing: digits in groups, beside a word that says what they are."""

from __future__ import annotations

from companion.detectors.recognisers.finder import PatternFinder, pattern

_CUE = (
    r"\b(?:call(?:ed|ing)?|phone|telephone|tel|cell|mobile|fax|whats ?app|text|dial|answer(?:ing)?|reach(?:ed)?|ring)"
    r"\b\.?"
    r"(?:\W{0,3}\b(?:number|no|is|was|me|him|her|them|us|at|on|back|it)\b){0,4}[\s:.#,]{1,3}"
)
_GROUPS = (
    r"(?!(?:19|20)\d\d-\d\d-\d\d)(?=(?:\D{0,2}\d){6,13}(?!\W?\d))(?:\+\d{1,3}[ .-]?)?"
    r"(?:\(\d{2,5}\) ?|\d{2,5}[ ./-])\d{2,7}(?:[ .-]\d{2,7}){0,4}(?![\w/:]|-\w)"
)


class CuedPhone(PatternFinder):
    TYPE = "PHONE_NUMBER"
    PATTERNS = (
        (pattern(rf"{_CUE}(?P<words>{_GROUPS})"), 0.72),
        (pattern(rf"(?<![\w$.,/-])(?P<words>{_GROUPS})(?=[ -]{{1,3}}(?:office|fax|mobile|cell|phone)\b)"), 0.72),
    )
