"""One logistic regression for each meaning, over sentence vectors: 385 numbers that anyone can retrain in a minute.

A meaning's own `unlike` lines weigh most, for they are its near misses; what other meanings' lines and ordinary posts
say is only probably not it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from companion.meaning.encoder import Vectors

Numbers = npt.NDArray[np.float64]
FOLDS = 3
_STEPS = 20
_INNER = 30
_EXACT = 1e-3
"""Of weights of some size 1: finer steps change no figure."""


@dataclass(frozen=True)
class Marked:
    """A draft that somebody marked, as vectors of its sentences: `meant` are the themes that a reader would raise."""

    sentences: Vectors
    meant: Collection[str]
    unsaid: Collection[str]
    """Themes for which the draft counts neither way."""


@dataclass(frozen=True)
class Corpus:
    """Every example as a vector, then every sentence of marked drafts. `side[i]` is +1, −1 or 0 (ordinary); `owner[i]`
    the meaning it was written for."""

    vectors: Vectors
    owner: Sequence[str]
    side: npt.NDArray[np.int8]
    part: npt.NDArray[np.int8]
    """Of the cross-validation: the same idea in other words is in the same part (groups.py)."""
    unread: npt.NDArray[np.bool_]
    """Whether the encoder was tuned without this line; figures of lines that it knows would flatter."""
    draft: npt.NDArray[np.int32]
    """Which of `drafts` the row is a sentence of; −1 for an example."""
    drafts: Sequence[Marked] = ()

    def rows(self, name: str) -> npt.NDArray[np.bool_]:
        return np.array([o == name for o in self.owner])


@dataclass(frozen=True)
class Head:
    weights: Numbers
    bias: float

    def sure(self, vectors: Vectors) -> Numbers:
        """0 to 1 for each row."""
        scores: Numbers = 1 / (1 + np.exp(-(vectors @ self.weights + self.bias)))
        return scores


@dataclass(frozen=True)
class Weights:
    """What each kind of negative weighs against a meaning's own lines, and how strongly the head is kept small."""

    others_like: float = 0.2
    others_unlike: float = 0.5
    ordinary: float = 1.0
    draft: float = 1.0
    draft_like: float = 2.0
    """Of a draft of one sentence that has the meaning; in a longer one nobody says which sentence it is."""
    quiet: float = 3.0
    """Of a sentence that this very meaning must not be heard in."""
    ridge: float = 0.5


Quiet = Mapping[str, Vectors]
"""For a meaning the sentences that it must not be heard in."""


def fit(
    corpus: Corpus, names: Sequence[str], keep: npt.NDArray[np.bool_], quiet: Quiet, weights: Weights
) -> list[Head]:
    """A head for each name by Newton's method on the rows of `keep`, all of them at once: the machine's time goes into
    products of large matrices. The same corpus gives the same heads."""
    truth, weigh = _targets(corpus, names, weights)
    weigh *= keep[:, None]
    silent = [quiet.get(name, corpus.vectors[:0]) for name in names]
    column = np.repeat(np.arange(len(names)), [len(each) for each in silent])
    of_one = np.eye(len(names), dtype=np.float32)[column]
    truth = np.vstack([truth, np.zeros_like(of_one)])
    weigh = np.vstack([weigh, weights.quiet * of_one])
    inputs: Vectors = np.hstack([np.vstack([corpus.vectors, *silent]), np.ones((len(truth), 1), np.float32)])
    ridge = np.append(np.full(corpus.vectors.shape[1], weights.ridge), 1e-6).astype(np.float32)[:, None]
    theta = np.zeros((inputs.shape[1], len(names)), np.float32)
    for _ in range(_STEPS):
        sure = 1 / (1 + np.exp(-(inputs @ theta)))
        slope = inputs.T @ (weigh * (sure - truth)) + ridge * theta
        step = _solved(inputs, weigh * sure * (1 - sure), ridge, slope)
        theta -= step
        if np.abs(step).max() < _EXACT:
            break
    return [Head(column[:-1].astype(np.float64), float(column[-1])) for column in theta.T]


def _targets(corpus: Corpus, names: Sequence[str], weights: Weights) -> tuple[Vectors, Vectors]:
    """(rows, names): whether a row has the meaning, and what being wrong about it weighs."""
    own = np.stack([corpus.rows(name) for name in names], 1)
    truth = (own & (corpus.side > 0)[:, None]).astype(np.float32)
    other = np.where(corpus.side > 0, weights.others_like, weights.others_unlike)
    other = np.where(corpus.side == 0, weights.ordinary, other)
    weigh = np.where(own, 1.0, other[:, None]).astype(np.float32)
    for number, draft in enumerate(corpus.drafts):
        rows = corpus.draft == number
        meant = np.array([name in draft.meant for name in names])
        unsaid = np.array([name in draft.unsaid for name in names])
        truth[rows] = meant
        alone = weights.draft_like if rows.sum() == 1 else 0.0
        weigh[rows] = np.where(unsaid, 0.0, np.where(meant, alone, weights.draft))
    return truth, weigh


def _solved(inputs: Vectors, curve: Vectors, ridge: Vectors, slope: Vectors) -> Vectors:
    """Column by column (inputsᵀ·diag(curve)·inputs + diag(ridge))⁻¹ · slope, by conjugate gradients."""
    found = np.zeros_like(slope)
    left, way = slope.copy(), slope.copy()
    size = start = (left * left).sum(0)
    for _ in range(_INNER):
        if (size <= _EXACT**2 * start).all():
            break
        turned = inputs.T @ (curve * (inputs @ way)) + ridge * way
        by = size / np.maximum((way * turned).sum(0), 1e-30)
        found += by * way
        left -= by * turned
        size, before = (left * left).sum(0), size
        way = left + size / np.maximum(before, 1e-30) * way
    return found


def unseen(corpus: Corpus, names: Sequence[str], quiet: Quiet, weights: Weights) -> Numbers:
    """(rows, names): how sure heads that never saw the row, nor the same idea in other words, would be of it."""
    out = np.zeros((len(corpus.owner), len(names)))
    for fold in range(FOLDS):
        held_back = corpus.part == fold
        heads = fit(corpus, names, ~held_back, quiet, weights)
        out[held_back] = np.stack([head.sure(corpus.vectors[held_back]) for head in heads], 1)
    return out


def threshold(likes: Numbers, unlikes: Numbers, others: Numbers, precision: float, alarms: float) -> float:
    """The lowest score from which on what is found is right with this precision and no more of the others alarm.

    1.0 when no score is good enough: such a meaning stays silent.
    """
    for at in np.sort(likes):
        right, wrong = int((likes >= at).sum()), int((unlikes >= at).sum())
        if right / (right + wrong) >= precision and share(others >= at) <= alarms:
            return float(at)
    return 1.0


def share(of: npt.NDArray[np.bool_]) -> float:
    return float(of.mean()) if len(of) else 0.0
