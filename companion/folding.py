"""Text made comparable, with the way back: what a rule reads is folded, what a finding marks is the original.

Folding removes invisible characters, full-width forms, accents and look-alike letters (shared_rules/folding.yaml);
it keeps case. Spans count code points in both texts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from companion.settings import rules_folder

# Cf: zero-width space and joiners, soft hyphen, bidi controls, byte-order mark. The rest are Mn but invisible.
_INVISIBLE = {"\u034f", "\u115f", "\u1160", "\u3164", "\uffa0", *(chr(c) for c in range(0xFE00, 0xFE10))}


@dataclass(frozen=True)
class FoldingTable:
    """shared_rules/folding.yaml, read."""

    lookalikes: Mapping[str, str]
    substitutes: Mapping[str, str]
    masks: str
    separators: str


@lru_cache(maxsize=1)
def folding_table(path: Path | None = None) -> FoldingTable:
    raw = yaml.safe_load((path or rules_folder() / "folding.yaml").read_text("utf-8"))
    return FoldingTable(raw["lookalikes"], raw["substitutes"], raw["masks"], raw["separators"])


@dataclass(frozen=True)
class Folded:
    """A folded text and, for each of its characters, where it came from."""

    text: str
    starts: tuple[int, ...] | None  # None: nothing was changed
    ends: tuple[int, ...] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """[start, end) of the folded text → the same characters in the original, with their combining marks."""
        if self.starts is None or self.ends is None:
            return start, end
        if start == end:
            here = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return here, here
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold `text`. O(length); plain ASCII costs nothing but the backtick."""
    if text.isascii():
        return Folded(text.replace("`", "'"), None, None)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, char in enumerate(text):
        plain = char if char < "\x80" and char != "`" else _plain(char)
        if not plain:
            if ends and unicodedata.combining(char):
                ends[-1] = index + 1
            continue
        out.append(plain)
        starts.extend([index] * len(plain))
        ends.extend([index + 1] * len(plain))
    return Folded("".join(out), tuple(starts), tuple(ends))


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    lookalikes = folding_table().lookalikes
    if char in lookalikes:
        return lookalikes[char]
    if char in _INVISIBLE or unicodedata.category(char) == "Cf":
        return ""
    kept = [c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)]
    return "".join(lookalikes.get(c, c) for c in kept)
