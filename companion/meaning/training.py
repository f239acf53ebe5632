"""A meaning's head and threshold, learned from examples and judged on examples it has not seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from companion.meaning.encoder import Encoder
from companion.meaning.examples import Meaning
from companion.meaning.heads import Corpus, Weights, fit, share, threshold, unseen
from companion.meaning.trained import Trained

PRECISION = 0.75
"""Of a meaning's own lines that are found, how many have to be right."""
ALARMS = 0.001
"""How many of the lines of other meanings that are near misses there, or ordinary, may be found."""


@dataclass(frozen=True)
class Learned:
    """Cross-validated figures: of the `+` lines `recall` are found, and `precision` of the lines found are `+`."""

    trained: Trained
    recall: float
    precision: float
    alarms: float


def corpus_of(meanings: Iterable[Meaning], ordinary: Sequence[str], encoder: Encoder) -> Corpus:
    rows = [
        (text, meaning.name, side)
        for meaning in meanings
        for side, texts in ((1, meaning.like), (-1, meaning.unlike))
        for text in texts
    ]
    rows += [(text, "", 0) for text in ordinary]
    order = np.random.default_rng(7).permutation(len(rows))
    shuffled = [rows[i] for i in order]
    sides = np.array([side for _, _, side in shuffled], np.int8)
    return Corpus(encoder.encode([text for text, _, _ in shuffled]), [owner for _, owner, _ in shuffled], sides)


def learn(corpus: Corpus, meaning: Meaning, weights: Weights = Weights()) -> Learned:  # noqa: B008 - frozen
    scores = unseen(corpus, meaning.name, weights)
    at = threshold(corpus, meaning.name, scores, PRECISION, ALARMS)
    own = corpus.rows(meaning.name)
    likes, unlikes = scores[own & (corpus.side > 0)], scores[own & (corpus.side < 0)]
    found, wrong = int((likes >= at).sum()), int((unlikes >= at).sum())
    head = fit(corpus, meaning.name, np.ones(len(scores), bool), weights)
    return Learned(
        Trained(head, at, meaning.fingerprint),
        recall=found / len(likes),
        precision=found / (found + wrong) if found else 1.0,
        alarms=share(scores[~own & (corpus.side <= 0)] >= at),
    )
