"""Entities set in order: parts of one name or address joined, and of what overlaps the surest kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import regex

from companion.rules.evaluate import Entity

ADDRESS_PART = "ADDRESS_PART"
"""A house number, a unit or a ZIP code: part of an address beside a street, nothing by itself."""

_GUESSED = ("PERSON", "LOCATION")
_OF_AN_ADDRESS = ("STREET_ADDRESS", ADDRESS_PART, "LOCATION")
_UNIT = r"(?:apt|apartment|unit|suite|ste|bldg|building|floor|fl|room|rm|lot)\b\.?"
_BETWEEN_PARTS = regex.compile(rf"[\s,;?]{{0,8}}(?:(?i:\b{_UNIT}|\#)[\s#]{{0,3}})?")
# What the model passed over: unit words, a town it does not know; nothing that ends a sentence.
_PASSED_OVER = regex.compile(
    rf"[.]?[\s,?]{{1,8}}(?:(?:(?i:{_UNIT})|\d{{1,5}}|\p{{Lu}}[\p{{L}}'’-]*|\p{{L}}{{1,4}}\.|of|the)[\s,?]{{1,8}}){{1,5}}"
)
_ZIP_CODE = regex.compile(r"\d{5}(?:-\d{4})?$")
_NUMBER_BEFORE = regex.compile(r"(?<![\w.,$#-])\d{1,5}[ ,]{1,2}(?:\d{1,5} )?$")
_SAID_TWICE = regex.compile(r"(?<=\d|\b(?:street|road|avenue|drive|lane))\s+street$", regex.IGNORECASE)
_CORNER_BEFORE = regex.compile(r"(?:\bthe )?\bcorner of $", regex.IGNORECASE)
_CROSSING_BEFORE = regex.compile(
    r"\b(?:at|to|near|with|between) (?:the corner of )?(?P<other>\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,2}) and $"
)
_AND = regex.compile(r"\.? (?:and|&) ")
EXACT, _WITH_A_NUMBER, _WITHOUT = 0.75, 0.6, 0.4
"""How sure an address is: high when a pattern found it, medium from the model with a house number, low without one."""
_SURELY_A_PLACE = 0.55


def joined(found: Iterable[Entity], text: str) -> list[Entity]:
    """In the text's order and without overlaps."""
    ordered = sorted(found, key=lambda e: (e.start, e.end))
    addresses = _corners(_addresses((e for e in ordered if e.type in _OF_AN_ADDRESS), text), text)
    streets = [e for e in addresses if e.type == "STREET_ADDRESS"]
    named = (e for e in ordered if e.type == "PERSON" and not any(s.start <= e.start < s.end for s in streets))
    names = [_whole(group, "PERSON") for group in _groups(named, text, _are_one_name)]
    others = [e for e in ordered if e.type != "PERSON" and e.type not in _OF_AN_ADDRESS]
    return apart([*others, *names, *addresses])


def _addresses(parts: Iterable[Entity], text: str) -> list[Entity]:
    known = list(parts)
    exact = [e for e in known if _is_exact(e)]
    kept = [e for e in known if _is_exact(e) or not any(e.start < x.end and x.start < e.end for x in exact)]
    return [whole for group in _groups(kept, text, _are_one_address) for whole in _address(group, text)]


def _is_exact(part: Entity) -> bool:
    """A pattern found it, and knows where it ends."""
    return part.type == "STREET_ADDRESS" and part.score >= EXACT


def _are_one_address(left: Entity, right: Entity, text: str) -> bool:
    if _is_exact(right):  # what stands before an exact address is none of it, but for “Old Mill 12 Tillery Street”
        named = left.type == right.type and left.end - left.start > 3 and text[left.start].isupper()
        return named and text[left.end : right.start] == " "
    gap = text[left.end : right.start]
    doubtful = right.type == "LOCATION" and right.score < _SURELY_A_PLACE and "," in gap
    if text[right.start].islower() and "\n" not in gap and (_is_exact(left) or doubtful):
        return False  # “527 Tillery Dr, ok”
    if _BETWEEN_PARTS.fullmatch(text, left.end, right.start):
        return True
    if _is_exact(left) and not _ZIP_CODE.match(text, right.start, right.end):
        return False
    return _PASSED_OVER.fullmatch(text, left.end, right.start) is not None


def _are_one_name(left: Entity, right: Entity, text: str) -> bool:
    return text[left.end : right.start] in ("", " ")


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


def _groups(parts: Iterable[Entity], text: str, are_one: Callable[[Entity, Entity, str], bool]) -> list[list[Entity]]:
    """Neighbours that belong together; what overlaps always does."""
    out: list[list[Entity]] = []
    for part in parts:
        last = max(out[-1], key=lambda e: e.end) if out else None
        if last and (part.start < last.end or are_one(last, part, text)):
            out[-1].append(part)
        else:
            out.append([part])
    return out


def _whole(group: list[Entity], kind: str) -> Entity:
    return Entity(kind, group[0].start, max(e.end for e in group), max(e.score for e in group))


def _address(group: list[Entity], text: str) -> list[Entity]:
    """One address where a street is among the parts; else the places by themselves."""
    if all(part.type != "STREET_ADDRESS" for part in group):
        return [part for part in group if part.type == "LOCATION"]
    whole = _whole(group, "STREET_ADDRESS")
    if twice := _SAID_TWICE.search(text, whole.start, whole.end):
        whole = replace(whole, end=twice.start())
    before = _NUMBER_BEFORE.search(text, max(0, whole.start - 14), whole.start)
    start = before.start() if before else whole.start
    numbered = any(c.isdigit() for c in text[start : whole.end])
    least = _WITH_A_NUMBER if numbered else _WITHOUT
    return [Entity(whole.type, start, whole.end, max(least, _surest_street(group)))]


def _surest_street(group: list[Entity]) -> float:
    return max(part.score for part in group if part.type == "STREET_ADDRESS")


def apart(found: Iterable[Entity]) -> list[Entity]:
    """Of overlapping entities the surest, then the longest, the model's guesses last; in the text's order."""
    kept: list[Entity] = []
    for entity in sorted(found, key=lambda e: (e.type in _GUESSED, -e.score, e.start - e.end, e.start, e.type)):
        if not any(entity.start < other.end and other.start < entity.end for other in kept):
            kept.append(entity)
    return sorted(kept, key=lambda e: (e.start, e.end))
