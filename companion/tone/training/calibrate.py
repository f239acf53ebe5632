"""Scores become probabilities: a line for each class over the logits, written into the last layer's weights.

Learned on the `dev` split, positives and negatives of a class weighing the same, every source too: 0.5 is the middle
between what has it and what has not.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer

from companion.tone.classes import CLASSES, MARKS
from companion.tone.training.batches import collate, encode
from companion.tone.training.example import Example
from companion.tone.training.network import Tone

_HELD = 0.02
_STEEPEST = 3.0
"""A steeper line would say 0 or 1 of everything: the class is parted perfectly, and its scores stay as they are."""
Logits = npt.NDArray[np.float64]


@torch.no_grad()
def logits_of(network: Tone, tokenizer: Tokenizer, examples: Sequence[Example]) -> tuple[Logits, list[Logits]]:
    """(n, 6), and for each example (pieces, 4)."""
    encoded = [encode(tokenizer, example) for example in examples]
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i].ids))
    classes = np.zeros((len(encoded), len(CLASSES)))
    marks: list[Logits] = [np.zeros((0, len(MARKS)))] * len(encoded)
    for first in range(0, len(order), 32):
        group = order[first : first + 32]
        batch = collate([encoded[i] for i in group])
        of_text, of_pieces = network(batch.input_ids, batch.attention_mask)
        for row, i in enumerate(group):
            classes[i] = of_text[row].float().numpy()
            marks[i] = of_pieces[row, : len(encoded[i].ids)].float().numpy().astype(np.float64)
    return classes, marks


def calibrate(network: Tone, tokenizer: Tokenizer, examples: Sequence[Example]) -> dict[str, tuple[float, float]]:
    """Changes the network; returns for each class the slope and the offset that were written into it."""
    logits, _ = logits_of(network, tokenizer, examples)
    sources = np.array([example.source.partition("/")[0] for example in examples])
    lines = {}
    for number, name in enumerate(CLASSES):
        targets = np.array([example.row[number] for example in examples])
        clear = (targets >= 0.6) | ((targets >= 0) & (targets <= 0.3))
        weights = _weights(sources[clear], targets[clear] >= 0.6)
        slope, offset = platt(logits[clear, number], (targets[clear] >= 0.6).astype(float), weights)
        slope, offset = (slope, offset) if slope < _STEEPEST else (1.0, 0.0)
        lines[name] = (round(slope, 3), round(offset, 3))
        with torch.no_grad():
            network.text.classifier.weight[number] *= slope
            network.text.classifier.bias[number] = network.text.classifier.bias[number] * slope + offset
    return lines


def _weights(sources: npt.NDArray[np.str_], positive: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    weights = np.ones(len(sources))
    for source in set(sources):
        for side in (True, False):
            here = (sources == source) & (positive == side)
            weights[here] = np.sqrt(here.sum()) / max(1, here.sum())
    for side in (True, False):
        weights[positive == side] /= max(1e-9, weights[positive == side].sum())
    return weights


def platt(logits: Logits, truth: Logits, weights: Logits) -> tuple[float, float]:
    """Logistic regression on one number, by Newton's method; targets a little off 0 and 1, as Platt has it.

    Held near (1, 0): few examples that are parted perfectly would make a step of the line.
    """
    if len(set(truth)) < 2:
        return 1.0, 0.0
    truth = truth * 0.96 + 0.02
    inputs = np.stack([logits, np.ones_like(logits)], 1)
    line = np.array([1.0, 0.0])
    for _ in range(50):
        sure = 1 / (1 + np.exp(-np.clip(inputs @ line, -30, 30)))
        slope = inputs.T @ (weights * (sure - truth)) + _HELD * (line - [1.0, 0.0])
        curve = (inputs * (weights * sure * (1 - sure))[:, None]).T @ inputs + _HELD * np.eye(2)
        step = np.linalg.solve(curve, slope)
        line -= step
        if np.abs(step).max() < 1e-8:
            break
    return float(line[0]), float(line[1])
