"""Finding a compiled leaf's patterns in a folded text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from companion.folding import folding_table
from companion.rules.compile import Compiled, compiled


def search(leaf: Compiled, text: str) -> Iterator[tuple[int, int]]:
    """The [start, end) of what each match marks, in order (code points of `text`).

    RE2 counts bytes. The text is encoded once and not for every match, so the cost is that of the text, not its square.
    """
    data = text.encode()
    for pattern in leaf["match"]:
        regex = _regex(pattern, leaf["disguised"])
        places = _Places(data, text)
        position = 0
        while position <= len(data) and (m := regex.search(data, position)):
            found = _in_disguise(regex, m, places) if leaf["disguised"] else m
            start, end = _marked(found) if found else (0, 0)
            if end > start:
                yield places.of(start), places.of(end)
                position = max(found.end(), position + 1)
            else:
                position = m.start() + 1


class _Places:
    """Byte offsets → code points; going on from the last one asked for."""

    def __init__(self, data: bytes, text: str) -> None:
        self.data, self.text = data, text
        self._is_plain = len(data) == len(text)
        self._last = (0, 0)

    def of(self, offset: int) -> int:
        if self._is_plain:
            return offset
        known, points = self._last
        if offset < known:
            known = points = 0
        self._last = (offset, points + len(self.data[known:offset].decode()))
        return self._last[1]


def _in_disguise(regex: Any, match: Any, places: _Places) -> Any:
    """The longest match here that stands alone: in `i d i o t sat`, the plural `i d i o t s` does not."""
    start = match.start()
    while match and not _is_a_word_in_disguise(places.text, places.of(start), places.of(match.end())):
        match = regex.match(places.data, start, match.end() - 1)
    return match


def _marked(match: Any) -> tuple[int, int]:
    """The group named `words` (of phrases: `words1`…) that took part, else the whole match. Bytes."""
    groups = (g for name, g in match.re.groupindex.items() if name.startswith("words") and match.start(g) >= 0)
    span: tuple[int, int] = match.span(next(groups, 0))
    return span


def prepare(node: object) -> None:
    """Compile every pattern of a compiled rule now, so that no draft waits for it. Raises re2.error."""
    if isinstance(node, dict):
        for pattern in node.get("match", ()):
            _regex(pattern, node["disguised"])
        for part in node.values():
            prepare(part)
    elif isinstance(node, list):
        for part in node:
            prepare(part)


_regexes: dict[tuple[str, bool], Any] = {}


def _regex(pattern: str, longest: bool) -> Any:
    if (pattern, longest) not in _regexes:
        _regexes[pattern, longest] = compiled(pattern, longest=longest)
    return _regexes[pattern, longest]


def _is_a_word_in_disguise(text: str, start: int, end: int) -> bool:
    """A disguise stands alone and has letters enough: `455` is a number, `@assessor` a name, `a$$` and `f***` words."""
    found, before, after = text[start:end], text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum() or before in {"@", "/", "_"} or after == "_":
        return False
    if found[0] == "@" and found[1:2].lower() == "a":
        return False
    if found[-1] == after and after in folding_table().masks:
        return False  # half of `f***ing` is no word
    letters = sum(c.isalpha() for c in found)
    return letters >= 2 or letters > sum(c.isdigit() for c in found)
