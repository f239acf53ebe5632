"""What a rule cannot do without: patterns of which one must occur in a text of the draft for the rule to speak."""

from __future__ import annotations

from typing import NamedTuple

from companion.rules.compile import Compiled


class Need(NamedTuple):
    source: str
    """The text of the draft that is looked in, as `in:` names it."""
    patterns: frozenset[str]


def needed(node: Compiled) -> tuple[Need, ...]:
    """Each of these must be met for the node to hold; none where it may hold without any word at all."""
    if "match" in node:
        return (Need(node["in"], frozenset(node["match"])),)
    if "all" in node:
        return tuple(need for part in node["all"] for need in needed(part))
    if "any" in node:
        return _of_any([needed(part) for part in node["any"]])
    return ()


def _of_any(parts: list[tuple[Need, ...]]) -> tuple[Need, ...]:
    """Of each part its narrowest need in one text: whichever part holds, one of all their patterns occurs."""
    found = []
    for source in dict.fromkeys(need.source for part in parts for need in part):
        of_each = [[need.patterns for need in part if need.source == source] for part in parts]
        if all(of_each):
            found.append(Need(source, frozenset().union(*(min(own, key=len) for own in of_each))))
    return tuple(found)
