"""Parts of street addresses → whole addresses: what patterns found, what the model read, what stands between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import regex

from companion.detectors.groups import grouped, whole_of
from companion.detectors.places_after import end_with_places
from companion.detectors.street_words import OF_STREETS
from companion.rules.evaluate import Entity

ADDRESS_PART = "ADDRESS_PART"
"""A house number, a unit or a ZIP code: part of an address beside a street, nothing by itself."""

OF_AN_ADDRESS = ("STREET_ADDRESS", ADDRESS_PART, "LOCATION")

_UNIT = r"(?:apt|apartment|unit|suite|ste|bldg|building|floor|fl|room|rm|lot)\b\.?"
_BETWEEN_PARTS = regex.compile(rf"-|[\s,;?]{{0,8}}(?:(?i:\b{_UNIT}|\#)[\s#]{{0,3}})?")
# What the model passed over: unit words, a town it does not know; nothing that ends a sentence.
_PASSED_OVER = regex.compile(
    rf"[.]?[\s,?]{{1,8}}(?:(?:(?i:{_UNIT})|\d{{1,5}}|\p{{Lu}}[\p{{L}}'’-]*|\p{{L}}{{1,4}}\.|of|the)[\s,?]{{1,8}}){{1,5}}"
)
_LINES_BETWEEN = regex.compile(
    r"[.,]?\s*\n[\s?,]*(?:\p{L}[\p{L}'’ -]{1,30}[\s?,]*\n[\s?,]*){0,2}(?:\p{L}[\p{L}'’ -]{1,20} )?"
)
_LINES_AFTER = regex.compile(
    r"(?:\s*\n[\s?,]*\p{Lu}[\p{L}'’-]*(?: (?:of|the|and|\p{Lu}[\p{L}'’-]*)){0,5}){1,2}(?: \d{4,6})?"
    r"(?=\s*(?:\n|$|[.?!]))"
)
_ENDS_IN_A_UNIT = regex.compile(rf"{_UNIT}[ #]{{0,2}}\d{{1,5}}[a-z]?$", regex.IGNORECASE)
_ZIP_CODE = regex.compile(r"\d{5}(?:-\d{4})?$")
_NUMBER_BEFORE = regex.compile(r"(?<![\w.,$#-])\d{1,5}[ ,]{1,2}(?:\d{1,5} )?$")
_UNIT_BEFORE = regex.compile(
    r"\b(?:flat|apt|apartment|unit|suite|no)\b\.?[ #]{1,2}$", regex.IGNORECASE
)  # “Flat 3, 22 Elm”
# Without a number: the word for a street, or a town or company that the model took for one.
_OF_STREETS = "|".join(sorted(OF_STREETS, key=len, reverse=True))
_NAMES_A_STREET = regex.compile(
    rf"\b(?:{_OF_STREETS}|rue|rua|via|calle|avenida|ulica|plaza|corner|box"
    r"|\p{L}*(?:str(?:asse|aße)?|gata|gatan|gade|vej|straat|laan))\b",
    regex.IGNORECASE,
)
_SUFFIX_AFTER = regex.compile(rf" (?:{_OF_STREETS})\b", regex.IGNORECASE)  # “Pennyroyal” was read, “Ct” was not
LIVES_ON = r"\b(?:lives|lived|living|resides?|residing|(?:i|we|they|you|who) live) on "
_LIVES_ON_BEFORE = regex.compile(LIVES_ON + "$", regex.IGNORECASE)
_SAID_TWICE = regex.compile(
    r"(?<=\d|\b(?:street|road|avenue|drive|lane)|\b(?:rue|rua|via|calle)\b[^\n]{2,40})\s+street$", regex.IGNORECASE
)
_CORNER_BEFORE = regex.compile(r"(?:\bthe )?\bcorner of $", regex.IGNORECASE)
_CROSSING_BEFORE = regex.compile(
    r"\b(?:at|to|near|with|between) (?:the corner of )?(?P<other>\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,2}) and $"
)
_AND = regex.compile(r"\.? (?:and|&) ")
EXACT, _WITH_A_NUMBER, _WITHOUT = 0.75, 0.6, 0.4
"""How sure an address is: high when a pattern found it, medium from the model with a house number, low without one."""
_SURELY_A_PLACE = 0.55
_LEAST_SIGNS = 3  # a letter by itself is no street


def addresses(parts: Iterable[Entity], text: str) -> list[Entity]:
    """`parts` are of the kinds of OF_AN_ADDRESS, in the text's order; places that belong to no address stay."""
    return _corners(_addresses(parts, text), text)


def _addresses(parts: Iterable[Entity], text: str) -> list[Entity]:
    known = list(parts)
    exact = [e for e in known if _is_exact(e)]
    kept = [e for e in known if _is_exact(e) or not any(e.start < x.end and x.start < e.end for x in exact)]
    return [whole for group in grouped(kept, text, _are_one_address) for whole in _address(group, text)]


def _is_exact(part: Entity) -> bool:
    """A pattern found it, and knows where it ends."""
    return part.type == "STREET_ADDRESS" and part.score >= EXACT


def _are_one_address(left: Entity, right: Entity, text: str) -> bool:
    if _is_exact(right):  # what stands before an exact address is none of it, but for “Old Mill 12 Tillery Street”
        named = left.type == right.type and left.end - left.start > 3 and text[left.start].isupper()
        return named and text[left.end : right.start] == " "
    gap = text[left.end : right.start]
    smaller = any(c.isupper() for c in text[left.start : left.end])  # and what follows is not, “527 Tillery Dr, ok”
    wordy = right.type != "STREET_ADDRESS" and not any(c.isdigit() for c in text[right.start : right.end])
    little = right.end - right.start < _LEAST_SIGNS  # “ok” is a State, and much else
    doubtful = wordy and "," in gap and (smaller or little or right.score < _SURELY_A_PLACE)
    closed = _is_exact(left) and not _ENDS_IN_A_UNIT.search(text, left.start, left.end)
    if text[right.start].islower() and "\n" not in gap and (closed or doubtful):
        return False
    if _BETWEEN_PARTS.fullmatch(text, left.end, right.start):
        return True
    if closed and not _ZIP_CODE.match(text, right.start, right.end):
        return False
    return any(between.fullmatch(text, left.end, right.start) for between in (_PASSED_OVER, _LINES_BETWEEN))


def _corners(found: list[Entity], text: str) -> list[Entity]:
    """“the corner of Mill Street and Atlanta Road”, “at Spring and Atlanta Road”: one place."""
    out: list[Entity] = []
    for entity in found:
        last = out[-1] if out else None
        if last and _AND.fullmatch(text, last.end, entity.start):
            before = _CORNER_BEFORE.search(text, max(0, last.start - 20), last.start)
            if before:
                out[-1] = Entity("STREET_ADDRESS", before.start(), entity.end, max(last.score, entity.score))
                continue
        crossing = _CROSSING_BEFORE.search(text, max(0, entity.start - 60), entity.start)
        if crossing and entity.type == "STREET_ADDRESS" and not text[entity.start].isdigit():
            entity = Entity(entity.type, crossing.start("other"), entity.end, entity.score)  # noqa: PLW2901
        out.append(entity)
    return out


def _address(group: list[Entity], text: str) -> list[Entity]:
    """One address where a street is among the parts; else the places by themselves."""
    if all(part.type != "STREET_ADDRESS" for part in group):
        return [part for part in group if part.type == "LOCATION"]
    whole = whole_of(group, "STREET_ADDRESS")
    said = text[whole.start : whole.end]
    if sum(map(str.isalnum, said)) < _LEAST_SIGNS or said.lower() in OF_STREETS:  # “Street, city and country:”
        return []
    if _ENDS_IN_A_UNIT.search(text, whole.start, whole.end) and (lines := _LINES_AFTER.match(text, whole.end)):
        whole = replace(whole, end=lines.end())
    if twice := _SAID_TWICE.search(text, whole.start, whole.end):
        whole = replace(whole, end=twice.start())
    before = _NUMBER_BEFORE.search(text, max(0, whole.start - 14), whole.start)
    start = before.start() if before else whole.start
    if text[start].isdigit() and (unit := _UNIT_BEFORE.search(text, max(0, start - 14), start)):
        start = unit.start()
    numbered = any(c.isdigit() for c in text[start : whole.end])
    if numbered:
        whole = replace(whole, end=end_with_places(text, start, whole.end))
    elif not (_NAMES_A_STREET.search(text, whole.start, whole.end) or _lives_on(whole, text)):
        if not (suffix := _SUFFIX_AFTER.match(text, whole.end)):
            return [replace(part, type="LOCATION") for part in group if part.type != ADDRESS_PART]
        whole = replace(whole, end=suffix.end())
    least = _WITH_A_NUMBER if numbered else _WITHOUT
    return [Entity(whole.type, start, whole.end, max(least, _surest_street(group)))]


def _lives_on(whole: Entity, text: str) -> bool:
    """“She lives on Tillery”."""
    return _LIVES_ON_BEFORE.search(text, max(0, whole.start - 20), whole.start) is not None


def _surest_street(group: list[Entity]) -> float:
    return max(part.score for part in group if part.type == "STREET_ADDRESS")
