"""Of intervals that overlap, the first is kept: as the plain way of saying it does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from companion.disjoint import Disjoint

INTERVALS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=40
)


@given(INTERVALS)
def test_given_any_intervals_then_those_are_kept_that_overlap_none_before_them(offered: list[tuple[int, int]]) -> None:
    kept: list[tuple[int, int]] = []
    for start, end in offered:
        if not any(start < b and a < end for a, b in kept):
            kept.append((start, end))
    disjoint = Disjoint()
    assert [one for one in offered if disjoint.take(*one)] == kept
