"""Drafts marked by hand with what a careful reader would raise, one JSON object a line.

    {"id": "a-1", "mode": "personal", "surface": "post", "site": "x.com", "text": "…", "context": {},
     "expect": ["rumor"], "allow": ["speculation"], "spans": [["rumor", "I heard that"]]}

`expect` should be raised, `allow` may be raised, `spans` are the exact words for rules of `expect`.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict

from companion.draft import Draft
from companion.draft_line import draft_of, name_of, object_of
from companion.errors import BadDraft, ForewordError
from companion.json_input import as_model


@dataclass(frozen=True)
class MarkedRow:
    name: str
    draft: Draft
    expect: frozenset[str]
    allow: frozenset[str]
    spans: tuple[tuple[str, str], ...]

    @property
    def is_ordinary(self) -> bool:
        """Nothing should be raised: everyday or protected speech."""
        return not self.expect


@dataclass(frozen=True)
class BadRow:
    """A line that cannot be used; `reason` never holds its text."""

    line: int
    reason: str


class _Marks(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    expect: list[str] = []
    allow: list[str] = []
    spans: list[tuple[str, str]] = []


def read_rows(lines: Iterable[bytes]) -> Iterator[MarkedRow | BadRow]:
    for number, line in enumerate(lines, 1):
        said = line.removeprefix(BOM_UTF8) if number == 1 else line
        if said.strip():
            try:
                yield _row(object_of(said), number)
            except ForewordError as error:
                yield BadRow(number, error.detail)


def _row(given: dict[str, Any], number: int) -> MarkedRow:
    name = name_of(given)
    draft = draft_of(given)
    marks = as_model(_Marks, {key: given[key] for key in _Marks.model_fields if given.get(key) is not None})
    if any(words not in draft.text for _, words in marks.spans):
        raise BadDraft("“spans” names words that are not in the text.")
    return MarkedRow(
        name=f"line {number}" if name is None else str(name),
        draft=draft,
        expect=frozenset(marks.expect),
        allow=frozenset(marks.allow),
        spans=tuple(marks.spans),
    )
