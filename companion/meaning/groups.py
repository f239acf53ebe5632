"""Which examples are the same idea in other words: they belong into the same part of a cross-validation.

A near miss is often written beside its example ("the pool is closing, I heard" / "the pool closes at nine"), and a
rule's test beside a line. A head that has seen one of two knows the other; figures would flatter it.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]{3,}")
NEAR = 0.3
"""Cosine of two bags of words, rare ones weighing more: from here on lines count as one idea."""


def parts_of(texts: Sequence[str], owners: Sequence[str], parts: int) -> list[int]:
    """A part (0 to parts − 1) for each text; no idea of an owner stands in two, and every owner is spread evenly."""
    bags = _bags(texts)
    out = [0] * len(texts)
    rows: dict[str, list[int]] = defaultdict(list)
    for row, owner in enumerate(owners):
        rows[owner].append(row)
    for own in rows.values():
        filled = [0] * parts
        for idea in sorted(_ideas(own, bags), key=len, reverse=True):
            part = filled.index(min(filled))
            filled[part] += len(idea)
            for row in idea:
                out[row] = part
    return out


def _ideas(rows: Sequence[int], bags: Sequence[dict[str, float]]) -> list[list[int]]:
    """Each row joins the nearest idea whose first row it is near to, or begins one."""
    ideas: list[list[int]] = []
    holding: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        likeness: Counter[int] = Counter()
        for word, weight in bags[row].items():
            for idea in holding[word]:
                likeness[idea] += weight * bags[ideas[idea][0]][word]  # type: ignore[assignment]
        nearest = max(likeness, key=lambda i: (likeness[i], -i), default=None)
        if nearest is not None and likeness[nearest] >= NEAR:
            ideas[nearest].append(row)
            continue
        for word in bags[row]:
            holding[word].append(len(ideas))
        ideas.append([row])
    return ideas


def _bags(texts: Sequence[str]) -> list[dict[str, float]]:
    """Words → weights, length one."""
    found = [Counter(_WORD.findall(text.lower())) for text in texts]
    texts_with = Counter(word for bag in found for word in bag)
    out = []
    for bag in found:
        weights = {word: math.log(1 + len(texts) / texts_with[word]) for word in bag}
        length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        out.append({word: w / length for word, w in weights.items()})
    return out
