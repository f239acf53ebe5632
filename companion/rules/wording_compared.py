"""Two texts compared by their words: what an edit changed, and whether an answer speaks of what it answers.

Simple on purpose: both engines must come to the same result. Spans count characters of the folded texts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

_TOKEN = re.compile(r"(?:https?://|www\.)\S+|[#@]\w+|[^\W_]+(?:['.,:/-][^\W_]+)*")
# A longer middle than this (about 500 × 500 words) counts as changed altogether: time stays bounded.
_MOST_CELLS = 250_000
_SHORTEST_SHARED = 3
_STEM = 5


@dataclass(frozen=True)
class Token:
    word: str
    start: int
    end: int

    @cached_property
    def points_elsewhere(self) -> bool:
        """A link, a hashtag or a mention."""
        return self.word.startswith(("http://", "https://", "www.", "#", "@"))


@dataclass(frozen=True)
class Hunk:
    """Words that were taken out and the words that now stand in their place; either may be empty."""

    before: list[Token]
    after: list[Token]


def tokens(text: str) -> list[Token]:
    return [Token(m.group().lower(), *m.span()) for m in _TOKEN.finditer(text)]


def changes_of_meaning(
    before: str, after: str, weighty: Collection[str], light: Collection[str]
) -> list[tuple[int, int]] | None:
    """The spans of `after` that say something else than `before`; None when only spelling or light words differ.

    Empty when words were only taken out: then there is nothing to mark.
    """
    hunks = [h for h in _hunks(_once(tokens(before)), _once(tokens(after))) if _means_something_else(h, weighty, light)]
    return [(h.after[0].start, h.after[-1].end) for h in hunks if h.after] if hunks else None


def share_a_word(one: str, other: str, light: Collection[str]) -> bool:
    """Whether a word, or another form of it, stands in both texts; light words do not count.

    Where one text holds none but light words there is no topic to miss, so it counts as shared.
    """
    words, others = _stems(one, light), _stems(other, light)
    return not words or not others or not words.isdisjoint(others)


def _stems(text: str, light: Collection[str]) -> set[str]:
    words = (t.word.removesuffix("'s") for t in tokens(text) if not t.points_elsewhere and t.word not in light)
    return {_stem(word) for word in words if len(word) >= _SHORTEST_SHARED}


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_SHARED:
            word = word.removesuffix(ending)
            break
    return word[:_STEM]


def _once(words: list[Token]) -> list[Token]:
    """A word said twice in a row is said once: “the the”, “love love love”."""
    return [t for last, t in zip([None, *words], words, strict=False) if last is None or last.word != t.word]


def _hunks(before: list[Token], after: list[Token]) -> Iterator[Hunk]:
    old, new = [t.word for t in before], [t.word for t in after]
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    kept = _kept(old[first : len(old) - last], new[first : len(new) - last])
    at_old, at_new = first, first
    for i, j in [*((i + first, j + first) for i, j in kept), (len(old) - last, len(new) - last)]:
        if i > at_old or j > at_new:
            yield Hunk(before[at_old:i], after[at_new:j])
        at_old, at_new = i + 1, j + 1


def _kept(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Pairs of places of the longest common subsequence, earliest first."""
    if len(old) * len(new) > _MOST_CELLS:
        return []
    rest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            same = old[i] == new[j]
            rest[i][j] = rest[i + 1][j + 1] + 1 if same else max(rest[i + 1][j], rest[i][j + 1])
    pairs = []
    i = j = 0
    while i < len(old) and j < len(new):
        if old[i] == new[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif rest[i + 1][j] >= rest[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _means_something_else(hunk: Hunk, weighty: Collection[str], light: Collection[str]) -> bool:
    # A misspelled light word is no light word yet: so first as they stand, then without the light ones.
    old, new = [t.word for t in hunk.before], [t.word for t in hunk.after]
    if _reads_the_same(old, new, weighty):
        return False
    return not _reads_the_same(_carrying(hunk.before, light), _carrying(hunk.after, light), weighty)


def _reads_the_same(old: list[str], new: list[str], weighty: Collection[str]) -> bool:
    if "".join(old) == "".join(new):
        return True
    return len(old) == len(new) and all(_same_word(a, b, weighty) for a, b in zip(old, new, strict=True))


def _carrying(side: list[Token], light: Collection[str]) -> list[str]:
    """Words that carry meaning. A link or a hashtag added or taken out changes none; nor does a light word."""
    return [t.word for t in side if t.word not in light and not t.points_elsewhere]


def _same_word(old: str, new: str, weighty: Collection[str]) -> bool:
    """Whether `new` is `old` spelled otherwise."""
    if old.replace("'", "") == new.replace("'", ""):
        return True
    negated = old.endswith("n't") != new.endswith("n't")
    if negated or any(c.isdigit() for c in old + new) or (old in weighty and new in weighty):
        return False
    return _distance(old, new) <= (1 if max(len(old), len(new)) < 8 else 2)


def _distance(old: str, new: str) -> int:
    """Letters added, dropped, changed or swapped with a neighbour."""
    if abs(len(old) - len(new)) > 2:
        return 3
    before_last: list[int] = []
    last = list(range(len(new) + 1))
    for i, a in enumerate(old, 1):
        row = [i]
        for j, b in enumerate(new, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == new[j - 2] and old[i - 2] == b:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        before_last, last = last, row
    return last[-1]
