"""US street addresses: house number, street name, suffix; direction, unit, city with state, ZIP. Also PO boxes.

A pattern proposes (`_STREET`), `_is_an_address` disposes: “527 tillery dr” is one; “10 downing clowns drive”,
“a 5 miles drive” and “the 2024 Spring Street Festival” are none.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from companion.detectors import street_words as words
from companion.detectors.recognisers.finder import Finder, Found

_S, _O = r"[^\S\n]+", r"[^\S\n]*"  # white space within a line, needed or optional
_GAP = rf"(?:{_S}|{_O}\n{_O})"  # over a line end, too
_NUMBER = r"(?<![\w$€£/:.])(?<!\d[,-])(?<!-)(?P<number>[1-9]\d{0,5}(?:-\d{1,4})?[A-Fa-f]?)"
_DIRECTION = r"(?:[NS]\.?[EW]\.?|(?:north|south)(?:east|west)?|east|west|[NSEW]\.?)"
_SUFFIX = "(?:" + "|".join(sorted(words.SUFFIXES, key=len, reverse=True)) + r")\b"
_CLOSING = r"(?:st|rd|dr|ln|ct|ave|blvd|cir|street|road|drive|lane|court|avenue)\b"  # “amber hollow ct”
_WORD = r"(?:\p{L}[\p{L}'-]*\.?|\d{1,3}(?:st|nd|rd|th)\b)"
_CAPITAL = r"(?-i:(?=\p{Lu}))"
_UNIT_WORD = r"(?:apt|apartment|apto|depto|unit|ste|suite|bldg|building|fl|floor|rm|room|trlr|space)\b\.?"
_UNIT = rf"(?:,?[\s?•*-]{{1,6}}{_UNIT_WORD}\s{{0,2}}\#?{_O}|,?{_O}\#{_O})"
_CITY = r"(?-i:\p{Lu}[\p{L}'.-]*(?:[^\S\n]\p{Lu}[\p{L}'.-]*){0,2})"
_STATE = r"(?-i:[A-Z]{2}|Ga\.?|Georgia)\b"
_ZIP = r"\d{5}(?:-\d{4})?\b"
_ANY_CASE = rf"\p{{L}}[\p{{L}}'. -]{{1,25}},?\s+[a-z]{{2}},?\s+{_ZIP}"  # sure of itself by state and ZIP code
_TAIL = rf"(?P<tail>,?\s+{_CITY},?\s+{_STATE}(?:,?\s+{_ZIP})?|,\s+{_ANY_CASE}|,?\s+(?:{_STATE}\s+)?{_ZIP})"

_STREET = regex.compile(
    rf"{_NUMBER}{_GAP}(?:{_DIRECTION}{_S})?(?P<name>{_WORD}(?:{_GAP}{_WORD}){{0,3}}?){_GAP}"
    rf"(?P<suffix>{_SUFFIX}(?:{_S}(?:{_CAPITAL}{_SUFFIX}|{_CLOSING})|{_O}\n{_O}{_CLOSING}(?=,))?)"
    rf"(?:(?:\.?{_S}|{_O}\n{_O}(?={_DIRECTION}(?!{_S}[\p{{L}}\d])))(?P<after>{_DIRECTION})(?![\w']))?(?P<unit>\.?{_UNIT}[\w-]{{1,6}}\b)?(?:\.?{_TAIL})?",
    regex.IGNORECASE,
)
_NUMBERED_ROAD = regex.compile(
    rf"{_NUMBER}(?<=\d{{3}}){_S}(?:{_DIRECTION}{_S})?(?:county road|state route|highway|hwy|route){_S}\d{{1,3}}\b",
    regex.IGNORECASE,
)
_PO_BOX = regex.compile(rf"\bP\.?\s{{0,2}}O\.?\s{{0,2}}Box\s{{1,2}}\#?\d{{1,6}}\b(?:{_TAIL})?", regex.IGNORECASE)
# A number, a name of any kind and a unit: “14 Plaza de Mayo 83, Suite 258”.
_WITH_A_UNIT = regex.compile(
    rf"(?<![\w$€£/:.-])0?[1-9]\d{{0,5}}(?:{_S}\d{{1,5}})?(?P<name>(?:{_S}{_WORD}){{1,5}})(?:{_S}\d{{1,5}}\.?)?"
    rf",?[\s?]{{1,6}}(?:apt|apartment|suite|ste|unit)\b\.?{_O}\#?\d{{1,5}}[a-z]?\b",
    regex.IGNORECASE,
)
# https://pe.usps.com/text/pub28/28c2_010.htm: PSC or unit and box, or a ship; then APO, FPO or DPO.
_MILITARY = regex.compile(
    rf"\b(?:(?:PSC|CMR|Unit)\s{{1,2}}\d{{1,5}},?\s+Box\s{{1,2}}\d{{1,5}}|US(?:S|NS|NV|CGC)\s{{1,2}}\p{{L}}[\p{{L}}'-]+)"
    rf"(?:,?\s+[AFD]PO,?\s{{1,2}}A[AEP](?:\s{{1,2}}{_ZIP})?)",
    regex.IGNORECASE,
)
_LAST_WORD = regex.compile(r"([\p{L}@][\p{L}'.]*|@|\$)[\s:,#“\"(-]*$")
_NEXT_WORD = regex.compile(r"\.?[^\S\n]+([\p{L}\d][\p{L}\d']*)")


class StreetAddress(Finder):
    TYPE = "STREET_ADDRESS"

    def find(self, text: str) -> Iterator[Found]:
        return _found(text)


def _found(text: str) -> Iterator[Found]:
    position = 0
    while match := _STREET.search(text, position):
        if _is_an_address(text, match):
            yield match.start(), _end(match), 0.95 if match["unit"] or match["tail"] else 0.85
            position = match.end()
        else:
            position = match.end("number")
    for match in _PO_BOX.finditer(text):
        yield *match.span(), 0.85
    for match in _WITH_A_UNIT.finditer(text):
        if not any(word.lower().rstrip(".") in words.COMMON | words.UNITS for word in match["name"].split()):
            yield *match.span(), 0.8
    for match in _MILITARY.finditer(text):
        yield *match.span(), 0.9
    for match in _NUMBERED_ROAD.finditer(text):
        yield *match.span(), 0.8


def _end(match: regex.Match[str]) -> int:
    end: int = max(match.end(group) for group in ("suffix", "after", "unit", "tail"))
    ends_a_sentence = end == match.end("after") and regex.fullmatch(r"\p{L}+\.", match["after"] or "")
    return end - 1 if ends_a_sentence else end  # “527 Tillery Dr SE.”, but “S.E.”


def _is_an_address(text: str, match: regex.Match[str]) -> bool:
    before = _word_before(text, match.start())
    complete = bool(match["unit"] or match["tail"])
    located = before in words.LOCATING or complete
    if len(match["number"]) < 3 and "\n" in text[match.start() : match.end("suffix")]:
        return False  # “at 7” and a line that begins with a street
    if before in words.NUMBERED or before in {"$", "over", "nearly", "almost", "top"}:
        return False
    if not located and _is_a_year(match["number"]) and before in words.BEFORE_YEARS:
        return False
    return not _goes_on_otherwise(text, match, located) and _is_a_name(match, located)


def _word_before(text: str, start: int) -> str:
    found = _LAST_WORD.search(text, max(0, start - 30), start)
    return found[1].lower().rstrip(".") if found else ""


def _is_a_year(number: str) -> bool:
    return number.isdigit() and 1900 <= int(number) < 2100


def _goes_on_otherwise(text: str, match: regex.Match[str], located: bool) -> bool:
    """“Spring Street Festival”, “dr pepper”, “12 Main Street businesses”: what follows makes it another thing."""
    if match["unit"] or match["tail"] or not (following := _NEXT_WORD.match(text, _end(match))):
        return False
    word, suffix = following[1], match["suffix"].lower()
    lower = word.lower()
    if lower in words.THINGS and (word[0].isupper() or not located):
        return True
    if (suffix == "st" and lower in words.AFTER_ST) or (suffix == "dr" and lower in words.AFTER_DR):
        return True
    counted = len(match["number"]) < 3 and lower.endswith("s") and len(lower) > 4
    return counted and not located


def _is_a_name(match: regex.Match[str], located: bool) -> bool:
    """Written as a name all through, or in small letters throughout and unlike everyday speech."""
    parts = match["name"].split()
    if parts[0].lower().rstrip(".") in words.UNITS and (len(match["number"]) < 3 or parts[0].islower()):
        return False
    if parts[0][0].isupper() or parts[0][0].isdigit():
        capitals = all(not p[0].islower() or p.lower() in words.PARTICLES for p in parts)
        shouted = match["name"].isupper() and len(match["name"]) > 2
        if shouted and any(p.lower() in words.COMMON for p in parts):
            return False
        return capitals and (not match["suffix"][0].islower() or _is_a_street(match, located))
    return _is_a_street(match, located) and not any(p.lower().rstrip(".") in words.COMMON | words.UNITS for p in parts)


def _is_a_street(match: regex.Match[str], located: bool) -> bool:
    """For a suffix in small letters: a plain one after a house number, an everyday one only where a place is named."""
    suffix = match["suffix"].split()[-1].lower()
    long_number = len(match["number"]) >= 3
    if suffix in words.PLAIN or suffix in words.ABBREVIATIONS:
        return located or long_number
    return located and (long_number or bool(match["unit"] or match["tail"]))
