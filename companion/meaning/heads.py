"""One logistic regression for each meaning, over sentence vectors: 385 numbers that anyone can retrain in a minute.

A meaning's own `unlike` lines weigh most, for they are its near misses; what other meanings' lines and ordinary posts
say is only probably not it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from companion.meaning.encoder import Vectors

Numbers = npt.NDArray[np.float64]
FOLDS = 5
_STEPS = 30


@dataclass(frozen=True)
class Corpus:
    """Every example as a vector. `side[i]` is +1, −1 or 0 (ordinary); `owner[i]` the meaning it was written for."""

    vectors: Vectors
    owner: Sequence[str]
    side: npt.NDArray[np.int8]

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
    ridge: float = 0.5


def fit(corpus: Corpus, name: str, keep: npt.NDArray[np.bool_], weights: Weights) -> Head:
    """Newton's method on the rows of `keep`; the same corpus gives the same head."""
    own = corpus.rows(name)
    truth = (own & (corpus.side > 0)).astype(np.float64)
    weigh = np.where(corpus.side > 0, weights.others_like, weights.others_unlike)
    weigh = np.where(corpus.side == 0, weights.ordinary, weigh)
    weigh = np.where(own, 1.0, weigh) * keep
    inputs = np.hstack([corpus.vectors.astype(np.float64), np.ones((len(truth), 1))])
    ridge = np.append(np.full(corpus.vectors.shape[1], weights.ridge), 1e-6)
    theta = np.zeros(inputs.shape[1])
    for _ in range(_STEPS):
        sure = 1 / (1 + np.exp(-(inputs @ theta)))
        slope = inputs.T @ (weigh * (sure - truth)) + ridge * theta
        curve = (inputs * (weigh * sure * (1 - sure))[:, None]).T @ inputs + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        theta -= step
        if np.abs(step).max() < 1e-6:
            break
    return Head(theta[:-1], float(theta[-1]))


def unseen(corpus: Corpus, name: str, weights: Weights) -> Numbers:
    """How sure a head that never saw the row would be, for every row (cross-validation in FOLDS parts)."""
    part = np.arange(len(corpus.owner)) % FOLDS
    out = np.zeros(len(corpus.owner))
    for fold in range(FOLDS):
        out[part == fold] = fit(corpus, name, part != fold, weights).sure(corpus.vectors[part == fold])
    return out


def threshold(corpus: Corpus, name: str, scores: Numbers, precision: float, alarms: float) -> float:
    """The lowest score from which on own lines are right with this precision and no more of the ordinary lines alarm.

    1.0 when no score is good enough: such a meaning stays silent.
    """
    own = corpus.rows(name)
    likes, unlikes = np.sort(scores[own & (corpus.side > 0)]), scores[own & (corpus.side < 0)]
    others = scores[~own & (corpus.side <= 0)]
    for at in likes:
        right, wrong = int((likes >= at).sum()), int((unlikes >= at).sum())
        if right / (right + wrong) >= precision and share(others >= at) <= alarms:
            return float(at)
    return 1.0


def share(of: npt.NDArray[np.bool_]) -> float:
    return float(of.mean()) if len(of) else 0.0
