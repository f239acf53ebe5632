"""Entities set in order: parts of one name or address joined, and of what overlaps the surest kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

from companion.rules.evaluate import Entity

# Written in parts: “Ida” “Moss”; “527 Tillery Dr” “Apt 4B” “Larkmoor, OR”.
IN_PARTS = {"PERSON": re.compile(r" ?"), "STREET_ADDRESS": re.compile(r"[\s,;]{0,4}")}


def joined(found: Iterable[Entity], text: str) -> list[Entity]:
    """In the text's order and without overlaps."""
    parts: dict[str, list[Entity]] = {kind: [] for kind in IN_PARTS}
    others: list[Entity] = []
    for entity in sorted(found, key=lambda e: (e.start, e.end)):
        parts.get(entity.type, others).append(entity)
    return apart([*others, *(whole for kind, some in parts.items() for whole in _wholes(some, kind, text))])


def _wholes(parts: list[Entity], kind: str, text: str) -> list[Entity]:
    """Neighbours of one kind as one, as sure as the surer of them."""
    out: list[Entity] = []
    for part in parts:
        last = out[-1] if out else None
        if last and (part.start < last.end or IN_PARTS[kind].fullmatch(text, last.end, part.start)):
            out[-1] = Entity(kind, last.start, max(last.end, part.end), max(last.score, part.score))
        else:
            out.append(part)
    return out


def apart(found: Iterable[Entity]) -> list[Entity]:
    """Of overlapping entities the surest, then the longest; in the text's order."""
    kept: list[Entity] = []
    for entity in sorted(found, key=lambda e: (-e.score, e.start - e.end, e.start, e.type)):
        if not any(entity.start < other.end and other.start < entity.end for other in kept):
            kept.append(entity)
    return sorted(kept, key=lambda e: (e.start, e.end))
