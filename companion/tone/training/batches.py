"""Examples → batches of about equal length, the same ones for the same seed; a little noise in those to learn from."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import torch
from tokenizers import Tokenizer

from companion.tone.classes import MARKS
from companion.tone.reading import reading
from companion.tone.training.example import UNKNOWN, Example
from companion.tone.training.network import LONGEST


@dataclass(frozen=True)
class Encoded:
    """An example in word pieces; `marks` has a row for each piece, or is None."""

    ids: list[int]
    targets: list[float]
    marks: list[list[float]] | None
    weight: float
    source: str


@dataclass(frozen=True)
class Batch:
    input_ids: torch.Tensor
    attention_mask: torch.Tensor
    targets: torch.Tensor
    marks: torch.Tensor
    weights: torch.Tensor


def encode(tokenizer: Tokenizer, example: Example) -> Encoded:
    """The first LONGEST pieces, or for a text whose marks stand further on, the pieces around the first of them."""
    read = reading(example.text)
    encoded = tokenizer.encode(read.text, add_special_tokens=False)
    spans = [read.original(start, end) if end > start else (0, 0) for start, end in encoded.offsets]
    first = 0
    if len(spans) > LONGEST - 2 and example.marks:
        marked = next((i for i, (_, end) in enumerate(spans) if end > example.marks[0][0]), 0)
        first = max(0, min(marked - LONGEST // 2, len(spans) - LONGEST + 2))
    last = first + LONGEST - 2
    start, end = tokenizer.encode("").ids
    ids = [start, *encoded.ids[first:last], end]
    rows = None
    if example.marks is not None:
        nothing = [0.0] * len(MARKS)
        rows = [nothing, *(_row(span, example.marks) for span in spans[first:last]), nothing]
    return Encoded(ids, example.row, rows, example.weight, example.source)


def _row(span: tuple[int, int], marks: Sequence[tuple[int, int, str]]) -> list[float]:
    row = [0.0] * len(MARKS)
    for start, end, name in marks:
        if span[0] < end and start < span[1]:
            row[MARKS.index(name)] = 1.0
    return row


def disturbed(example: Example, chance: random.Random, ordinary: Sequence[str]) -> Example:
    """Now and then a slip of the keyboard, or an ordinary sentence before or after."""
    dice = chance.random()
    if dice < 0.06 and len(example.text) > 8 and example.source != "surge":
        place = chance.randrange(1, len(example.text) - 1)
        text = example.text
        slip = chance.choice((text[place + 1] + text[place], "", text[place] * 2))
        taken = 2 if len(slip) == 2 and slip[0] != slip[1] else 1
        return _moved(example, text[:place] + slip + text[place + taken :], place, len(slip) - taken)
    if dice < 0.16 and example.source.startswith("contrast") and ordinary:
        more = chance.choice(ordinary)
        if chance.random() < 0.5:
            return replace(example, text=f"{example.text} {more}")
        return _moved(example, f"{more} {example.text}", 0, len(more) + 1)
    return example


def _moved(example: Example, text: str, place: int, by: int) -> Example:
    marks = example.marks and tuple(
        (a + by if a >= place else a, b + by if b > place else b, name) for a, b, name in example.marks
    )
    return replace(example, text=text, marks=marks)


def batches(encoded: Sequence[Encoded], pieces: int, chance: random.Random) -> Iterator[Batch]:
    """Batches of about `pieces` word pieces; examples of similar length together, the order by chance."""
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i].ids) + chance.random() * 6)
    groups: list[list[int]] = [[]]
    for i in order:
        if len(groups[-1]) + 1 > max(8, pieces // len(encoded[i].ids)):
            groups.append([])
        groups[-1].append(i)
    chance.shuffle(groups)
    for group in groups:
        yield collate([encoded[i] for i in group])


def collate(group: Sequence[Encoded]) -> Batch:
    longest = max(len(one.ids) for one in group)
    unknown = [[UNKNOWN] * len(MARKS)]
    marks = [(one.marks or unknown * len(one.ids)) + unknown * (longest - len(one.ids)) for one in group]
    return Batch(
        input_ids=torch.tensor([one.ids + [0] * (longest - len(one.ids)) for one in group]),
        attention_mask=torch.tensor([[1] * len(one.ids) + [0] * (longest - len(one.ids)) for one in group]),
        targets=torch.tensor([one.targets for one in group]),
        marks=torch.tensor(marks),
        weights=torch.tensor([one.weight for one in group]),
    )
