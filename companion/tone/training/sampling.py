"""Which examples an epoch learns from: less of what there is too much of, another part of it each time."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from companion.tone.training.contrast import templates
from companion.tone.training.corpora import corpora
from companion.tone.training.example import Example, split_of

SENTENCES = 12
"""Of one template in one epoch; a frame around whole statements (said.txt) gets more."""
_SENTENCES_IN_A_FRAME = 32

_AT_MOST = {
    "civil": 5_000,
    "davidson offensive": 5_000,
    "wikipedia calm": 4_500,
}
_TIMES = {"surge": 3, "davidson hate": 2}


def corpus(folder: Path) -> dict[str, list[Example]]:
    """Each example once, in its split; the same text never stands in two."""
    found: dict[str, list[Example]] = defaultdict(list)
    seen: set[str] = set()
    for example in corpora(folder):
        key = " ".join(example.text.lower().split())
        if key not in seen:
            seen.add(key)
            found[split_of(example.text)].append(example)
    return found


def epoch(examples: Sequence[Example], number: int, seed: int) -> list[Example]:
    chance = random.Random(f"{seed} {number}")  # noqa: S311 (a shuffle)
    kinds: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        kinds[_kind(example)].append(example)
    chosen: list[Example] = []
    for kind in sorted(kinds):
        some = kinds[kind]
        chosen += chance.sample(some, min(len(some), _AT_MOST.get(kind, len(some)))) * _TIMES.get(kind, 1)
    return chosen + contrast("train", SENTENCES, seed + number, _SENTENCES_IN_A_FRAME)


def contrast(split: str, count: int, seed: int, in_a_frame: int | None = None) -> list[Example]:
    """`count` sentences of each template of this split."""
    ours: Iterable[Example] = (
        example
        for template in templates()
        if template.split == split
        for example in template.examples(in_a_frame or count if template.file == "said" else count, seed)
    )
    return list(ours)


def _kind(example: Example) -> str:
    if example.source == "davidson":
        hate = example.targets["identity_attack"] > 0.5
        return (
            "davidson hate"
            if hate
            else "davidson offensive"
            if example.targets["toxicity"] > 0.3
            else "davidson neither"
        )
    if example.source == "wikipedia":
        return "wikipedia calm" if example.targets["toxicity"] < 0.25 else "wikipedia heated"
    return example.source
