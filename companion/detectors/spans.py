"""Entities set in order: parts of one name or address joined, and of what overlaps the surest kept."""

from __future__ import annotations

from collections.abc import Iterable

from companion.detectors.addresses import OF_AN_ADDRESS, addresses
from companion.detectors.names import names
from companion.disjoint import Disjoint
from companion.rules.evaluate import Entity

_GUESSED = ("PERSON", "LOCATION")
_SHAPED = 0.7  # a telephone number in an address block is none of the address


def joined(found: Iterable[Entity], text: str) -> list[Entity]:
    """In the text's order and without overlaps."""
    ordered = sorted(found, key=lambda e: (e.start, e.end))
    others = [e for e in ordered if e.type != "PERSON" and e.type not in OF_AN_ADDRESS]
    shaped = [e for e in others if e.score >= _SHAPED]
    placed = addresses((e for e in ordered if e.type in OF_AN_ADDRESS and not _is_in(e, shaped)), text)
    streets = [e for e in placed if e.type == "STREET_ADDRESS"]
    named = (e for e in ordered if e.type == "PERSON" and not _is_in(e, streets))
    return apart([*others, *names(named, text), *placed])


def _is_in(entity: Entity, others: list[Entity]) -> bool:
    return any(other.start <= entity.start < other.end for other in others)


def apart(found: Iterable[Entity]) -> list[Entity]:
    """Of overlapping entities the surest, then the longest, the model's guesses last; in the text's order."""
    taken = Disjoint()
    surest = sorted(found, key=lambda e: (e.type in _GUESSED, -e.score, e.start - e.end, e.start, e.type))
    kept = [entity for entity in surest if taken.take(entity.start, entity.end)]
    return sorted(kept, key=lambda e: (e.start, e.end))
