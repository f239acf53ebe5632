"""Neighbouring entities that belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from companion.rules.evaluate import Entity


def grouped(parts: Iterable[Entity], text: str, are_one: Callable[[Entity, Entity, str], bool]) -> list[list[Entity]]:
    """Neighbours that belong together; what overlaps always does."""
    out: list[list[Entity]] = []
    for part in parts:
        last = max(out[-1], key=lambda e: e.end) if out else None
        if last and (part.start < last.end or are_one(last, part, text)):
            out[-1].append(part)
        else:
            out.append([part])
    return out


def whole_of(group: list[Entity], kind: str) -> Entity:
    return Entity(kind, group[0].start, max(e.end for e in group), max(e.score for e in group))
