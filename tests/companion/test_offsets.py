"""Code points ↔ UTF-16: compared with Python's own encoder on texts of every kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.offsets import Utf16

TEXTS = st.text(st.characters(codec="utf-8")) | st.text("ab😀👩‍👧e\u0301שלום\u202e\u200b\ud7ff\ue000𝒳\U0010ffff")


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_every_code_point_offset_is_where_the_encoder_puts_it(text: str) -> None:
    at = Utf16(text).from_code_point
    assert [at(i) for i in range(len(text) + 1)] == [units(text[:i]) for i in range(len(text) + 1)]


@given(TEXTS)
def test_there_and_back_is_the_same_place(text: str) -> None:
    both = Utf16(text)
    assert [both.to_code_point(both.from_code_point(i)) for i in range(len(text) + 1)] == list(range(len(text) + 1))


@given(TEXTS)
def test_the_middle_of_a_pair_counts_as_its_start(text: str) -> None:
    both = Utf16(text)
    for index, char in enumerate(text):
        if char > "\uffff":
            assert both.to_code_point(both.from_code_point(index) + 1) == index


@given(TEXTS, st.data())
def test_a_slice_holds_the_same_words_in_both_countings(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    at = Utf16(text).from_code_point
    in_utf16 = text.encode("utf-16-le")
    assert in_utf16[at(start) * 2 : at(end) * 2].decode("utf-16-le") == text[start:end]


@pytest.mark.parametrize(
    ("text", "code_point", "utf16"),
    [
        ("", 0, 0),
        ("abc", 2, 2),
        ("😀a", 1, 2),
        ("a😀", 1, 1),
        ("a😀", 2, 3),
        ("👩‍👧x", 3, 5),
        ("e\u0301x", 2, 2),
        ("שלום😀x", 5, 6),
    ],
)
def test_by_example(text: str, code_point: int, utf16: int) -> None:
    assert Utf16(text).from_code_point(code_point) == utf16
    assert Utf16(text).to_code_point(utf16) == code_point
