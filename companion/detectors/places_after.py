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
    rf"[.,]?{_GAP}(?:(?:\p{{Lu}}[\p{{L}}'’-]*{_GAP}){{1,3}})?\p{{L}}{{2,3}}[\s,]{{1,4}}\d{{4,6}}\b(?=\s*(?:$|[.,;!?)]|\p{{L}}))"
)
# After a number or a box no clause begins: “Király u. 23., Tiszabög”.
_TOWN_ALONE = regex.compile(r"(?<=\d[.]?)[.]?,\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?(?=[.!?]?\s*(?:\n|$))")


def end_with_places(text: str, start: int, end: int) -> int:
    """[start, end) is an address → the end of the towns and the country after it."""
    for pattern in (_CAPITALS, _REGIONAL, _CODED, _TOWN_ALONE):
        if match := pattern.match(text, end):
            return int(match.end())
    small = _SMALL.match(text, end) if text[start:end].islower() else None
    if small and not any(word in COMMON | UNITS for word in small["towns"].split()):
        return int(small.end())
    return end
