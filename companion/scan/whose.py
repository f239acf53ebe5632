"""Whose words a text is. The City's staff owe the City's duties; a resident who answers them owes none of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from email.utils import parseaddr
from typing import Literal, TypeAlias

from companion.rules.load import Pack
from companion.rules.severities import holds_for_anyone

Whose: TypeAlias = Literal["own", "others", "unknown"]
"""Written by whoever the archive is of; by somebody else; by somebody named, and nobody said who that is."""


def whose(author: str | None, names: Collection[str]) -> Whose:
    """`names`: under which the City, or the person, writes. What has no author is the archive's own."""
    if author is None:
        return "own"
    if not names:
        return "unknown"
    return "own" if any(_is_called(author, name) for name in names) else "others"


def _is_called(author: str, name: str) -> bool:
    """`Ida <ida@harbor.example>` is called Ida, ida@harbor.example and @harbor.example; `@Ida` is called ida."""
    said, address = parseaddr(author)
    names = {_plain(one) for one in (author, said, address if "@" in address else "") if one}
    return _plain(name) in names or (name.startswith("@") and address.lower().endswith(name.lower()))


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().removeprefix("@").split())


class Concerns:
    """Which rules count for whose words; the side panel's rows.ts says the same of a page."""

    def __init__(self, pack: Pack) -> None:
        self._anyone = {each.id for each in pack.rules if holds_for_anyone(each.id, pack.file)}
        self._in_both = {each.id for each in pack.rules if len(each.rule.modes) > 1}

    def __call__(self, rule: str, whose: Whose) -> bool:
        if whose == "own":
            return True
        return rule in self._anyone or (whose == "unknown" and rule in self._in_both)
