"""meanings/<name>.txt: what people write who mean this, and what is only near it.

+ heard they are closing the rec center, pass it on
- the rec center closes at nine on Sundays
# a remark
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from companion.errors import Place, RuleError

TRAINED = "trained.json"
ORDINARY = "ordinary.txt"
"""Posts that mean nothing the policy is about: `-` lines only."""
FEWEST = 8
"""Fewer examples on either side say too little of a meaning."""


@dataclass(frozen=True)
class Meaning:
    name: str
    like: tuple[str, ...]
    unlike: tuple[str, ...]
    fingerprint: str
    """Of its file's examples: changes when one does; remarks and order do not count."""


def learned_from(folder: Path, shown_as: str) -> dict[str, str]:
    """Meaning → the fingerprint of the examples it was learned from; raises RuleError when the file is of no use."""
    try:
        stored = json.loads((folder / TRAINED).read_text("utf-8"))["meanings"]
        return {name: str(entry["examples"]) for name, entry in stored.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError):
        place = Place(f"{shown_as}/{TRAINED}", 1)
        raise RuleError(place, "this file cannot be read: run `foreword meaning train`") from None


def read_meaning(path: Path, shown_as: str) -> Meaning:
    """Raises RuleError with the place of what is wrong."""
    sides = _sides(path, shown_as)
    for mark, side in sides.items():
        if len(side) < FEWEST:
            few = f"at least {FEWEST} lines with “{mark} ” are needed, here are {len(side)}"
            raise RuleError(Place(shown_as, 1), few)
    lines = sorted(mark + text for mark, side in sides.items() for text in side)
    fingerprint = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
    return Meaning(path.stem, tuple(sides["+"]), tuple(sides["-"]), fingerprint)


def read_ordinary(folder: Path, shown_as: str) -> tuple[str, ...]:
    """None is fine; raises RuleError as `read_meaning` does."""
    path = folder / ORDINARY
    return tuple(_sides(path, f"{shown_as}/{ORDINARY}")["-"]) if path.is_file() else ()


def _sides(path: Path, shown_as: str) -> dict[str, dict[str, int]]:
    data = path.read_bytes()
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RuleError(Place(shown_as, line), "this line is not UTF-8; save the file as UTF-8") from None
    sides: dict[str, dict[str, int]] = {"+": {}, "-": {}}
    for number, written in enumerate(lines, 1):
        mark, text = written[:1], written[1:].strip()
        if not written.strip() or mark == "#":
            continue
        if mark not in sides or not text:
            raise RuleError(Place(shown_as, number), "a line starts with “+ ” (reads like this) or “- ” (does not)")
        if text in sides["-" if mark == "+" else "+"]:
            raise RuleError(Place(shown_as, number), "this example stands on both sides")
        sides[mark][text] = number
    return sides
