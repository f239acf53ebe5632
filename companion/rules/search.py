"""Finding a compiled leaf's patterns in a folded text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from companion.folding import folding_table
from companion.rules.compile import Compiled, compiled
from companion.rules.occurring import Occurring


class _Prepared:
    """What has been compiled in this process."""

    regexes: ClassVar[dict[tuple[str, bool], Any]] = {}
    occurring: ClassVar[Occurring] = Occurring()


class Searched:
    """A folded text. It is encoded once and not for every match, so the cost is that of the text, not its square."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._data = text.encode()
        asked = _Prepared.occurring  # `prepare` may put another in its place meanwhile
        self._known, self._occurring = asked.knows, asked.of(self._data)

    def lacks(self, patterns: frozenset[str]) -> bool:
        """Whether none of them occurs, as far as that is known without looking for each."""
        return self._occurring.isdisjoint(patterns) and self._known.issuperset(patterns)

    def find(self, leaf: Compiled) -> Iterator[tuple[int, int]]:
        """The [start, end) of what each match of a `match` leaf marks, in order (code points)."""
        for pattern in leaf["match"]:
            if pattern in self._occurring or pattern not in self._known:
                yield from self._of(_regex(pattern, leaf["disguised"]), leaf["disguised"])

    def _of(self, regex: Any, disguised: bool) -> Iterator[tuple[int, int]]:
        data = self._data  # RE2 counts bytes
        places = _Places(data, self._text)
        position = 0
        while position <= len(data) and (m := regex.search(data, position)):
            found = _in_disguise(regex, m, places) if disguised else m
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


def prepare(rules: Iterable[Compiled]) -> None:
    """Compile every pattern of these rules now, so that no draft waits for it. Raises re2.error."""
    leaves = [leaf for rule in rules for leaf in _leaves(rule)]
    for leaf in leaves:
        for pattern in leaf["match"]:
            _regex(pattern, leaf["disguised"])
    _Prepared.occurring = _Prepared.occurring.and_of(pattern for leaf in leaves for pattern in leaf["match"])


def _leaves(node: object) -> Iterator[Compiled]:
    if isinstance(node, dict):
        if "match" in node:
            yield node
        for part in node.values():
            yield from _leaves(part)
    elif isinstance(node, list):
        for part in node:
            yield from _leaves(part)


def _regex(pattern: str, longest: bool) -> Any:
    known = _Prepared.regexes
    if (pattern, longest) not in known:
        known[pattern, longest] = compiled(pattern, longest=longest)
    return known[pattern, longest]


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
