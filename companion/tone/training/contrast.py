"""Sentences written for this project, with places for groups, insults and things: contrast/*.txt.

A template belongs to a split as a whole, so what is measured was never seen with other words in it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from companion.tone.training.example import Example, split_of

FOLDER = Path(__file__).parent / "contrast"
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Template:
    """`file` says what kind it is; targets and mark are those of the section it stands in."""

    text: str
    file: str
    targets: dict[str, float]
    mark: str | None

    @property
    def split(self) -> str:
        return split_of(self.text)

    def examples(self, count: int, seed: int) -> list[Example]:
        """Up to `count` different sentences; one where there is no place to fill."""
        chance = random.Random(f"{seed} {self.text}")  # noqa: S311 (sentences, not secrets)
        count = count if _SLOT.search(self.text) else 1
        return [self._example(sentence) for sentence in dict.fromkeys(self._filled(chance) for _ in range(count))]

    def _filled(self, chance: random.Random) -> str:
        text = self.text
        while _SLOT.search(text):  # what stands for a name may have places of its own
            text = _SLOT.sub(lambda slot: chance.choice(slots()[slot[1]]), text)
        return text[:1].upper() + text[1:] if chance.random() < 0.5 else text

    def _example(self, marked: str) -> Example:
        text, marks = _without_brackets(marked)
        kinds = tuple((start, end, self.mark) for start, end in marks if self.mark)
        return Example(text, self.targets, f"contrast/{self.file}", kinds)


def _without_brackets(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text, marks = "", []
    for part in re.split(r"(\[[^\]]*\])", marked):
        plain = part[1:-1] if part.startswith("[") else part
        if part.startswith("["):
            marks.append((len(text), len(text) + len(plain)))
        text += plain
    return text, marks


def templates() -> Iterator[Template]:
    for path in sorted(FOLDER.glob("*.txt")):
        if path.stem == "slots":
            continue
        targets: dict[str, float] = {}
        mark: str | None = None
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("@"):
                pairs = dict(pair.split("=") for pair in line[1:].split())
                mark = pairs.pop("mark", None)
                targets = {name: float(value) for name, value in pairs.items()}
            elif line.strip() and not line.startswith("#"):
                yield Template(line, path.stem, targets, mark)


@cache
def slots() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in (FOLDER / "slots.txt").read_text("utf-8").splitlines():
        if line.startswith("="):
            here = found.setdefault(line[1:].strip(), [])
        elif line.strip() and not line.startswith("#"):
            here.append(line)
    return found
