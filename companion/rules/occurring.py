"""Which of many patterns occur in a text at all. Most do not, and asking for each costs more than its answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import re2

from companion.recent import Recent
from companion.rules.compile import options

_AT_ONCE = 10
"""An automaton of many more patterns meets so many texts for the first time that it is built anew all the time."""
_ALWAYS = ""
_TEXTS = 16
"""The texts of the drafts that are being checked: every detector asks for the same."""


class Occurring:
    """Some patterns, asked in groups. `knows` are all of them: any other may occur in every text."""

    def __init__(self, groups: Sequence[tuple[Sequence[str], Any]] = ()) -> None:
        self._groups = groups
        self._recent: Recent[bytes, frozenset[str]] = Recent(_TEXTS)
        self.knows = frozenset(pattern for group, _ in groups for pattern in group)

    def and_of(self, patterns: Iterable[str]) -> Occurring:
        """These and more, but for those that are too large together."""
        new = [pattern for pattern in dict.fromkeys(patterns) if pattern not in self.knows]
        groups = [new[at : at + _AT_ONCE] for at in range(0, len(new), _AT_ONCE)]
        return Occurring([*self._groups, *((group, one) for group in groups if (one := _together(group)))])

    def of(self, text: bytes) -> frozenset[str]:
        """Those that occur in the text."""
        known = self._recent.get(text)
        return self._recent.keep(text, frozenset(self._asked(text))) if known is None else known

    def _asked(self, text: bytes) -> Iterator[str]:
        for group, together in self._groups:
            found = together.Match(text)
            if len(group) in found:
                yield from (group[at] for at in found if at < len(group))
            else:  # RE2 gave up on this group, and says so in no other way
                yield from group


def _together(group: Iterable[str]) -> Any:
    """One automaton, or None where it would be too large; what it always finds comes last."""
    patterns = re2.Set.SearchSet(options(longest=False))
    try:
        for pattern in (*group, _ALWAYS):
            patterns.Add(pattern)
        patterns.Compile()
    except re2.error:
        return None
    return patterns
