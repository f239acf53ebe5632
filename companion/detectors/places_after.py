"""What follows a street address and belongs to it: town, region and country, on one line or several."""

from __future__ import annotations

import regex

from companion.detectors.country_names import COUNTRIES, PEOPLE_TOO
from companion.detectors.street_words import COMMON, UNITS

_GAP = r"[\s,?]{1,8}"
_TOWN = r"(?:\p{Lu}[\p{L}'’.-]*|of|the|de|del|la|le|do|da|el|\d{1,2})"
_ANY_TOWN = r"\p{L}[\p{L}'’.-]*"
_ZIP = r"(?:[\s,?]{1,8}\d{4,6}(?:-\d{4})?\b)"
_NAMES = "|".join(regex.escape(name).replace(r"\ ", r"\s") for name in sorted(COUNTRIES, key=len, reverse=True))
_COUNTRY = rf"(?:\b(?:the\s)?(?i:{_NAMES})|(?<=[,\n?]\s?)(?:{'|'.join(PEOPLE_TOO)}))\b(?!['’-]\p{{L}})"
# Regions that are no US State: of Australia and Canada.
_REGION = r"(?:NSW|QLD|VIC|TAS|ACT|[A-Z]{2})\b"
_ENDS = r"(?=\s*(?:$|[.,;:!?)\n]|in\b|for\b|and\b))"

_CAPITALS = regex.compile(rf"[.,]?{_GAP}(?:{_TOWN}{_GAP}){{0,5}}?(?=\p{{Lu}}|the\s\p{{Lu}}){_COUNTRY}{_ZIP}?")
_SMALL = regex.compile(rf"[.,]?{_GAP}(?P<towns>(?:{_ANY_TOWN}{_GAP}){{0,5}}?){_COUNTRY}{_ZIP}?")
_REGIONAL = regex.compile(rf"[.,]?{_GAP}(?:\p{{Lu}}[\p{{L}}'’-]*\s){{1,3}}{_REGION}(?:{_ZIP}|{_ENDS})")
# A town, a code of two or three letters and a postal code, on lines of their own or after commas.
_CODED = regex.compile(
    rf"[.,]?{_GAP}(?:(?:\p{{Lu}}[\p{{L}}'’-]*{_GAP}){{1,3}})?\p{{L}}{{2,3}}[\s,]{{1,4}}\d{{4,6}}\b"
    r"(?=[^\S\n]*(?:$|[.,;!?)\n]|\p{L}))"
)
# A postal code before its town, as in most of Europe (“12345 Musterdorf”, “00-238 Warszawa”, “SE-121 55 Johanneshov”),
# or one of letters and digits after it (“Bath BA1 5NG”, “Toronto, ON M5V 2T6”).
_CODE_FIRST = r"(?:[A-Z]{1,2}-)?(?:\d{4}\s?[A-Z]{2}|\d{3}\s\d{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{4,6})"
LETTERED_CODE = (
    r"(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]\d[\dW]\s?[A-Z\d]{4}|\d{4}\s?[A-Z]{2})\b"
)
"""Of the United Kingdom, Canada, Ireland and the Netherlands."""
_CODE_AND_TOWN = regex.compile(
    rf"(?<=\d[A-Za-z]?[.]?)[.,]?{_GAP}{_CODE_FIRST}\s\p{{Lu}}[\p{{L}}'’-]+(?:\s\p{{Lu}}[\p{{L}}'’-]*){{0,2}}(?:\s\d{{1,2}}\b)?"
)
_TOWN_AND_CODE = regex.compile(rf"[.,]?{_GAP}(?:\p{{Lu}}[\p{{L}}'’-]*{_GAP}){{0,4}}{LETTERED_CODE}")
_REST_OF_A_CODE = regex.compile(r"(?<=\d{3})-\d{4}\b")  # “150-0002”: the model reads it as two
# After a number or a box no clause begins: “Király u. 23., Tiszabög”.
_SMALL_TOWN_ALONE = regex.compile(r"(?<=\d[.]?)[.]?,\s(?P<towns>\p{Ll}[\p{L}'’-]{3,})(?=[.!?)]?\s*(?:\n|$))")
_TOWN_ALONE = regex.compile(r"(?<=\d[.]?)[.]?,\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?(?=[.!?]?\s*(?:\n|$))")


def end_with_places(text: str, start: int, end: int) -> int:
    """[start, end) is an address → the end of the towns and the country after it."""
    for pattern in (_REST_OF_A_CODE, _CAPITALS, _REGIONAL, _CODED, _CODE_AND_TOWN, _TOWN_AND_CODE, _TOWN_ALONE):
        if match := pattern.match(text, end):
            return int(match.end())
    small = (_SMALL.match(text, end) or _SMALL_TOWN_ALONE.match(text, end)) if text[start:end].islower() else None
    if small and not any(word in COMMON | UNITS for word in small["towns"].split()):
        return int(small.end())
    return end
