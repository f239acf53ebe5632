"""Dates of birth: a date right after words of birth. Any other date is none of our business."""

from __future__ import annotations

from companion.detectors.recognisers.finder import PatternFinder, pattern

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_YEAR = r"(?:'?\d{2}|(?:19|20)\d{2})"
DATE = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR}|(?:19|20)\d{{2}}[/.-]\d{{1,2}}[/.-]\d{{1,2}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? {_YEAR})(?![\w/])"
)
_CUE = (
    r"\b(?:d\.?o\.?b\b\.?|date of birth|birth ?date|birthday|was born|born|nacio|nacida|nacido|fecha de nacimiento)"
    r"(?:\W{0,3}(?:is|was|on|the|el|es|of)\b){0,3}[\s:=(-]{0,4}"
)


class DateOfBirth(PatternFinder):
    TYPE = "DATE_OF_BIRTH"
    PATTERNS = (
        (pattern(rf"{_CUE}(?P<words>{DATE})"), 0.86),
        (pattern(rf"(?P<words>{DATE})\W{{1,3}}(?:is|was) (?:my|his|her|their) (?:birthday|date of birth|dob)\b"), 0.86),
    )
