"""One thing lint says about a pack: where, what, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from companion.errors import Place

Level = Literal["error", "mend", "note"]
LEVELS: tuple[Level, ...] = ("error", "mend", "note")


@dataclass(frozen=True)
class Remark:
    """`error`: this is not in use, or cannot be right; `mend`: put it right; `note`: worth knowing."""

    level: Level
    kind: str
    place: Place
    words: str

    def __str__(self) -> str:
        return f"{self.place}: {self.level}: {self.words}"
