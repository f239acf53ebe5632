"""A meaning's head and threshold, learned from examples and judged on lines that neither head nor encoder has seen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from companion.meaning.encoder import Encoder, Vectors
from companion.meaning.examples import Meaning
from companion.meaning.groups import parts_of
from companion.meaning.heads import FOLDS, Corpus, Head, Marked, Numbers, Quiet, Weights, fit, share, threshold, unseen
from companion.meaning.read_lines import mark
from companion.meaning.trained import Trained

PRECISION = 0.75
"""Of a meaning's own lines that are found, how many have to be right; half of them are near misses."""
ALARMS = 0.004
"""How many of the drafts and ordinary lines that have nothing to do with the meaning may be found."""
FEWEST_UNREAD = 8
"""Fewer lines on either side that the encoder has not read say too little; then all count."""


@dataclass(frozen=True)
class Learned:
    """Cross-validated figures: of the `+` lines `recall` are found, and `precision` of the lines found are `+`."""

    trained: Trained
    judged_on: int
    """How many of the meaning's own lines the figures are of."""
    recall: float
    precision: float
    alarms: float


_APART = 0.01


def corpus_of(
    meanings: Iterable[Meaning],
    ordinary: Sequence[str],
    encoder: Encoder,
    known: Collection[int] = (),
    drafts: Sequence[Marked] = (),
) -> Corpus:
    """`known` are the lines that the encoder was tuned with (read_lines.py)."""
    rows = [
        (text, meaning.name, side)
        for meaning in meanings
        for side, texts in ((1, meaning.like), (-1, meaning.unlike))
        for text in texts
    ]
    rows += [(text, "", 0) for text in ordinary]
    texts, owners = [text for text, _, _ in rows], [owner for _, owner, _ in rows]
    draft = np.repeat(np.arange(len(drafts), dtype=np.int32), [len(one.sentences) for one in drafts])
    return Corpus(
        np.concatenate([encoder.encode(texts), *(one.sentences for one in drafts)]),
        owners + [""] * len(draft),
        np.array([side for _, _, side in rows] + [0] * len(draft), np.int8),
        np.array([*parts_of(texts, owners, FOLDS), *(draft % FOLDS)], np.int8),
        np.array([mark(text) not in known for text in texts] + [True] * len(draft)),
        np.concatenate([np.full(len(texts), -1, np.int32), draft]),
        drafts,
    )


def learn(
    corpus: Corpus,
    meanings: Sequence[Meaning],
    quiet: Quiet = MappingProxyType({}),
    weights: Weights = Weights(),  # noqa: B008 - frozen
) -> list[Learned]:
    """For each meaning a head of all lines and drafts, and its threshold of those held back.

    `quiet` are sentences of drafts in which the rules that ask for a meaning say nothing: heads learn that, and no
    threshold lies below them.
    """
    names = [meaning.name for meaning in meanings]
    heads = fit(corpus, names, np.ones(len(corpus.owner), bool), quiet, weights)
    held_back = unseen(corpus, names, quiet, weights)
    return [
        _judged(corpus, meaning, head, scores, quiet.get(meaning.name, corpus.vectors[:0]))
        for meaning, head, scores in zip(meanings, heads, held_back.T, strict=True)
    ]


def _judged(corpus: Corpus, meaning: Meaning, head: Head, scores: Numbers, quiet: Vectors) -> Learned:
    own = corpus.rows(meaning.name)
    counted = own & corpus.unread
    if min((counted & (corpus.side > 0)).sum(), (counted & (corpus.side < 0)).sum()) < FEWEST_UNREAD:
        counted = own
    likes, unlikes = scores[counted & (corpus.side > 0)], scores[counted & (corpus.side < 0)]
    # Near misses of other meanings may well have this one: where drafts tell, they count no more.
    elsewhere = (corpus.side == 0) & (corpus.draft < 0) if corpus.drafts else ~own & (corpus.side <= 0)
    others = scores[elsewhere & (corpus.unread | ~(corpus.unread & elsewhere).any())]
    drafts, other_drafts = _of_drafts(corpus, meaning.name, scores)
    others = np.concatenate([others, other_drafts])
    at = threshold(np.concatenate([likes, drafts]), unlikes, others, PRECISION, ALARMS)
    at = max([at, *(min(1.0, score + _APART) for score in head.sure(quiet))])
    found, wrong = int((likes >= at).sum()), int((unlikes >= at).sum())
    return Learned(
        Trained(head, at, meaning.fingerprint),
        judged_on=len(likes) + len(unlikes),
        recall=found / len(likes),
        precision=found / (found + wrong) if found else 1.0,
        alarms=share(others >= at),
    )


def _of_drafts(corpus: Corpus, name: str, scores: Numbers) -> tuple[Numbers, Numbers]:
    """The surest sentence of each draft that has the meaning, and of each that has not."""
    likes: list[float] = []
    others: list[float] = []
    for number, draft in enumerate(corpus.drafts):
        if name not in draft.unsaid and len(draft.sentences):
            (likes if name in draft.meant else others).append(float(scores[corpus.draft == number].max()))
    return np.array(likes), np.array(others)
