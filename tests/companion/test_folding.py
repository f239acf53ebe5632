"""Folding makes texts comparable; the way back leads to the characters a person sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.folding import fold

TEXTS = st.text(st.characters(codec="utf-8")) | st.text("abAB é e\u0301ïaа\u200b\u00ad\ufe0f😀👩‍👧ﬁＡ١שלום\u202e`’“")


@given(TEXTS)
def test_every_folded_span_leads_to_a_span_of_the_original(text: str) -> None:
    folded = fold(text)
    for start in range(len(folded.text)):
        low, high = folded.original(start, start + 1)
        assert 0 <= low < high <= len(text)


@given(TEXTS)
def test_spans_keep_their_order(text: str) -> None:
    folded = fold(text)
    spans = [folded.original(i, i + 1) for i in range(len(folded.text))]
    assert spans == sorted(spans)


@given(TEXTS)
def test_the_whole_leads_back_to_everything_visible(text: str) -> None:
    folded = fold(text)
    if folded.text:
        low, high = folded.original(0, len(folded.text))
        assert fold(text[low:high]).text == folded.text


@given(TEXTS)
def test_what_is_folded_folds_to_itself(text: str) -> None:
    assert fold(fold(text).text).text == fold(text).text


@given(TEXTS)
def test_an_empty_span_stays_empty(text: str) -> None:
    folded = fold(text)
    for place in range(len(folded.text) + 1):
        low, high = folded.original(place, place)
        assert low == high
        assert 0 <= low <= len(text)


@pytest.mark.parametrize(
    ("text", "folded", "words", "original"),
    [
        ("plain", "plain", "lai", "lai"),
        ("i\u200bdi\u200bot!", "idiot!", "idiot", "i\u200bdi\u200bot"),
        ("ïdîöt", "idiot", "idiot", "ïdîöt"),
        ("i\u0308diot x", "idiot x", "idiot", "i\u0308diot"),
        ("ｉｄｉｏｔ", "idiot", "dio", "ｄｉｏ"),
        ("іdіоt", "idiot", "idiot", "іdіоt"),
        ("😀 idiot", "😀 idiot", "idiot", "idiot"),
        ("ﬁne", "fine", "fi", "ﬁ"),
    ],
    ids=["ascii", "zero width", "accents", "combining", "full width", "Cyrillic", "emoji", "ligature"],
)
def test_by_example(text: str, folded: str, words: str, original: str) -> None:
    made = fold(text)
    assert made.text == folded
    start = made.text.index(words)
    low, high = made.original(start, start + len(words))
    assert text[low:high] == original
