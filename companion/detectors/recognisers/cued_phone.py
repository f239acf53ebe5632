"""Telephone numbers in other countries' writing: digits in groups, beside a word that says what they are."""

from __future__ import annotations

from companion.detectors.recognisers.finder import PatternFinder, pattern

_CUE = (
    r"\b(?:call(?:ed|ing)?|phone|telephone|tel|cell|mobile|fax|whats ?app|text|dial|answer(?:ing)?|reach(?:ed)?"
    r"|ring|rang|contact(?:ed)?|hotline|landline|voicemail|sms|telefono|celular|llama(?:me|r)?|marca(?:me)?)"
    r"\b\.?"
    r"(?:\W{0,3}\b(?:number|no|is|was|me|him|her|them|us|at|on|back|it|by|via|to|al|please|now)\b){0,4}[\s:.#,]{1,3}"
)
_LABEL = r"\b(?:office|home|work|direct|main|ph|[tpfmoc])\.?:\s?"
_ITS = r"\b(?:my|his|her|their|our|your) (?:new |old )?(?:number|no\.?|digits) (?:is|was|changed to) "
# \x20: within a line, for the line before may end in a ZIP code.
_GROUPS = (
    r"(?!(?:19|20)\d\d-\d\d-\d\d)(?=(?:\D{0,2}\d){6,13}(?!\W?\d))(?:\+\d{1,3}[\x20.-]?)?"
    r"(?:\(\d{2,5}\)\x20?|\d{2,5}[\x20./-])\d{2,7}(?:[\x20.-]\d{2,7}){0,4}"
)
_ENDS = r"(?![\w/:]|-\w)"
_WHICH = r"(?=[ -]{1,3}\(?(?:office|fax|mobile|cell|phone|home|work|direct)\b)"


class CuedPhone(PatternFinder):
    TYPE = "PHONE_NUMBER"
    PATTERNS = (
        (pattern(rf"(?:{_CUE}|{_LABEL}|{_ITS})(?P<words>{_GROUPS}){_ENDS}"), 0.72),
        (pattern(rf"(?<![\w$.,/-])(?P<words>{_GROUPS}){_WHICH}"), 0.72),
    )
