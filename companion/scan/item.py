"""What a reader gives: a text that was published, or the place of something that could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from companion.draft import Context
from companion.scan.whose import Whose


@dataclass(frozen=True, repr=False)
class Item:
    """A post, comment, message or profile. Its `repr` hides the text."""

    source: str
    """The file as the person named it; inside an archive `export.zip!posts.json`."""
    where: str
    """Where in the source, in words: `line 12`, `message 3`."""
    text: str
    context: Context
    id: str | None = None
    """The site's own name for it, where the export has one."""
    time: str | None = None
    """When it was published: ISO 8601 in UTC."""
    author: str | None = None
    link: str | None = None
    line: int | None = None
    """The first line in the source, where the source has lines."""
    whose: Whose = "own"

    def __repr__(self) -> str:
        return f"Item({self.source}, {self.where}, {len(self.text)} characters)"

    __str__ = __repr__


@dataclass(frozen=True)
class Unread:
    """Something that was there and was not read: said in its place, while the rest goes on."""

    source: str
    where: str
    why: str
    """One sentence; never words of the text."""
    is_mistake: bool = True
    """False for what holds no text of its own, such as a picture: named, and no reason to worry."""


Entry: TypeAlias = Item | Unread
