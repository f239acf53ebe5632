"""Teaches the sentence encoder itself what a pack's examples mean: some 20 minutes on one core.

    export(tuned(FOLDER, lines), FOLDER / "encoder.onnx")

The frozen model places sentences by their topic; what tells a rumor about the pool from its opening hours is hardly
in its vectors. Trained on every meaning's lines at once (one output for each, `−` lines as near misses), it is.
Needs `torch` and `transformers`, which the companion itself never loads.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from companion.meaning.encoder import LONGEST, plain

PASSES = 3
_BATCH = 32
_RATE = 5e-5
_SHARPNESS = 12.0
"""Vectors have length one: their products are this much too small to be sure of anything."""


@dataclass(frozen=True)
class Line:
    """An example: `side` is +1, −1 or 0 (ordinary), `owner` the meaning it was written for."""

    text: str
    owner: str
    side: int


@dataclass(frozen=True)
class Importance:
    """What a line weighs in a meaning's loss; most where it was written for that meaning."""

    own: float = 3.0
    others_like: float = 0.3
    others_unlike: float = 0.5
    ordinary: float = 1.0

    def of(self, side: int) -> float:
        return self.others_like if side > 0 else self.others_unlike if side < 0 else self.ordinary


def tuned(folder: Path, lines: Sequence[Line], passes: float = PASSES, weights: Importance = Importance()) -> Any:
    """A torch module, for `export`. The same lines in the same order give the same model on the same machine."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    torch.manual_seed(1)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModel.from_pretrained(folder, attn_implementation="eager")
    names = sorted({line.owner for line in lines if line.owner})
    heads = torch.nn.Linear(384, len(names))
    torch.nn.init.constant_(heads.bias, -3 / _SHARPNESS)
    truth, weigh = (torch.tensor(table) for table in _targets(lines, names, weights))
    texts = [plain(line.text) for line in lines]

    def pooled(batch: Sequence[str]) -> Any:
        read = tokenizer(list(batch), padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
        hidden = model(**read).last_hidden_state
        real = read["attention_mask"].unsqueeze(-1).to(hidden.dtype)
        return torch.nn.functional.normalize((hidden * real).sum(1) / real.sum(1), dim=1)

    steps = math.ceil(passes * len(texts) / _BATCH)
    groups = [{"params": model.parameters(), "lr": _RATE}, {"params": heads.parameters(), "lr": 100 * _RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    warming = max(1, steps // 10)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warming, (steps - step) / max(1, steps - warming))
    )
    model.train()
    for batch in _batches([len(text) for text in texts], steps):
        logits = heads(pooled([texts[i] for i in batch])) * _SHARPNESS
        loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, truth[batch], reduction="none")
        total: Any = (loss * weigh[batch]).sum(1).mean()
        total.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        pace.step()
    return model


def _targets(
    lines: Sequence[Line], names: Sequence[str], weights: Importance
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Row for row, meaning for meaning: whether it is meant, and what being wrong about it weighs."""
    column = {name: i for i, name in enumerate(names)}
    truth = np.zeros((len(lines), len(names)), np.float32)
    weigh = np.zeros_like(truth)
    for row, line in enumerate(lines):
        weigh[row] = weights.of(line.side)
        if line.owner:
            weigh[row, column[line.owner]] = weights.own
            truth[row, column[line.owner]] = line.side > 0
    return truth, weigh


def _batches(lengths: Sequence[int], steps: int) -> Iterator[list[int]]:
    """Rows in another order at each pass, lines of like length together: little is padded."""
    shuffle = random.Random(1)  # noqa: S311 - not a secret
    while True:
        order = list(range(len(lengths)))
        shuffle.shuffle(order)
        batches = []
        for at in range(0, len(order), 20 * _BATCH):
            near = sorted(order[at : at + 20 * _BATCH], key=lambda i: lengths[i])
            batches += [near[i : i + _BATCH] for i in range(0, len(near), _BATCH)]
        shuffle.shuffle(batches)
        for batch in batches:
            if steps == 0:
                return
            steps -= 1
            yield batch
