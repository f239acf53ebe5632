"""Figures of a tone model, and the picture of how far its probabilities can be believed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]

_SIZE, _EDGE = 320, 46


def roc_auc(scores: Scores, truth: Truth) -> float:
    """How often something that has it scores above something that has not; ties count half."""
    order = np.sort(scores)
    ranks = (np.searchsorted(order, scores, "left") + np.searchsorted(order, scores, "right") + 1) / 2
    positive = int(truth.sum())
    negative = len(truth) - positive
    return float((ranks[truth].sum() - positive * (positive + 1) / 2) / (positive * negative))


def character_f1(found: Iterable[tuple[int, int]], wanted: Iterable[tuple[int, int]]) -> float:
    """Of one text, as Toxic Spans counts it: 1 where both are empty."""
    ours = {at for start, end in found for at in range(start, end)}
    theirs = {at for start, end in wanted for at in range(start, end)}
    if not ours or not theirs:
        return float(not ours and not theirs)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


class Bin(NamedTuple):
    """Texts whose score lies in one tenth: the mean score, and how many of them have it."""

    score: float
    share: float
    texts: int


def bins(scores: Scores, truth: Truth) -> list[Bin]:
    tenth = np.minimum((scores * 10).astype(int), 9)
    return [
        Bin(float(scores[here].mean()), float(truth[here].mean()), int(here.sum()))
        for number in range(10)
        if (here := tenth == number).any()
    ]


def calibration_error(found: Sequence[Bin]) -> float:
    """Expected calibration error: the mean distance from the diagonal, every text weighing the same."""
    return sum(one.texts * abs(one.score - one.share) for one in found) / sum(one.texts for one in found)


def reliability_diagram(found: Sequence[Bin], title: str) -> str:
    """An SVG: score to the right, share up, the area of a dot the number of texts."""
    most = max(one.texts for one in found)
    dots = "\n".join(
        f'  <circle cx="{_x(one.score):.1f}" cy="{_y(one.share):.1f}" r="{3 + 9 * (one.texts / most) ** 0.5:.1f}">'
        f"<title>{one.texts} texts, score {one.score:.2f}, share {one.share:.2f}</title></circle>"
        for one in found
    )
    ticks = "\n".join(
        f'  <text x="{_x(v):.0f}" y="{_y(0) + 18:.0f}" text-anchor="middle">{v:g}</text>'
        f'<text x="{_x(0) - 8:.0f}" y="{_y(v) + 4:.0f}" text-anchor="end">{v:g}</text>'
        for v in (0, 0.5, 1)
    )
    whole = _SIZE + 2 * _EDGE
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}">
  <style>text {{ font: 12px sans-serif }}</style>
  <title>{title}</title>
  <rect width="{whole}" height="{whole}" fill="#fff"/>
  <text x="{whole / 2:.0f}" y="24" text-anchor="middle">{title}</text>
  <rect x="{_EDGE}" y="{_EDGE}" width="{_SIZE}" height="{_SIZE}" fill="none" stroke="#888"/>
  <line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#888" stroke-dasharray="5 4"/>
{ticks}
  <text x="{whole / 2:.0f}" y="{whole - 8}" text-anchor="middle">score</text>
  <text transform="translate(13 {whole / 2:.0f}) rotate(-90)" text-anchor="middle">share of texts that are toxic</text>
  <g fill="#1f5fa8" fill-opacity="0.75">
{dots}
  </g>
</svg>
"""


def _x(value: float) -> float:
    return _EDGE + _SIZE * value


def _y(value: float) -> float:
    return _EDGE + _SIZE * (1 - value)
