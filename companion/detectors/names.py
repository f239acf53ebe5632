"""What the model took for names of people → names: parts joined, with initials, no countries and no companies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import regex

from companion.detectors.country_names import COUNTRIES
from companion.detectors.groups import grouped, whole_of
from companion.rules.evaluate import Entity

_WITHIN_A_NAME = regex.compile(r" ?|\.? \p{Lu}\.? |(?<=\p{Lu})\. ?")  # “Ida B. Moss”
_INITIALS_BEFORE = regex.compile(r"(?<![\p{L}.])(?:\p{Lu}\. ?){1,3}$")
_IS_A_COMPANY = regex.compile(
    r",? (?:(?:and|&) (?:sons?|co(?:mpany)?|associates|partners|bro(?:ther)?s)|&|inc|llc|llp|ltd|plc|corp(?:oration)?"
    r"|company|co\.|group|holdings?|industries|technolog(?:y|ies)|systems|solutions|consulting|enterprises|realty|motors"
    r"|bank|associates|partners|foundation|agency|media|software|labs?|hardware|insurance)\b",
    regex.IGNORECASE,
)
_COUNTRIES = frozenset(name.lower() for name in COUNTRIES)


def names(found: Iterable[Entity], text: str) -> list[Entity]:
    """`found` are persons in the text's order. A country becomes a place; a company is none of our business."""
    wholes = (whole_of(group, "PERSON") for group in grouped(found, text, _are_one_name))
    return [named for whole in wholes if (named := _name(whole, text))]


def _are_one_name(left: Entity, right: Entity, text: str) -> bool:
    return _WITHIN_A_NAME.fullmatch(text, left.end, right.start) is not None


def _name(whole: Entity, text: str) -> Entity | None:
    said = text[whole.start : whole.end]
    if said.lower() in _COUNTRIES:
        return replace(whole, type="LOCATION")
    if _IS_A_COMPANY.match(text, whole.end):
        return None
    initials = _INITIALS_BEFORE.search(text, max(0, whole.start - 12), whole.start)
    return replace(whole, start=initials.start()) if initials else whole
