"""A text as the tone model reads it, and the way back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.tone.reading import reading


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("you 1d10t", "you idiot"),
        ("what an id**t", "what an idiot"),
        ("i d i o t!", "idiot!"),
        ("1mm1grants", "immigrants"),
        ("sh!t happens", "shit happens"),
        ("so stuuuupid", "so stupid"),
        ("ѕtupіd", "stupid"),
        ("st\u200bupid", "stupid"),
        ("@jane see https://example.org/a?b=1", "@user see url"),
        ("a 🔪 for you", "a  knife  for you"),
        ("well-known covid19 C++ 4th", "well-known covid19 C++ 4th"),
        ("U.S.A. is big", "U.S.A. is big"),
    ],
)
def test_given_a_text_then_disguise_links_and_emoji_are_plain_words(written: str, read: str) -> None:
    assert reading(written).text == read


def test_given_a_disguised_word_then_its_place_is_that_of_the_original() -> None:
    text = "😀 what an i.d.i.o.t you are"
    read = reading(text)
    start = read.text.index("idiot")
    first, last = read.original(start, start + 5)
    assert text[first:last] == "i.d.i.o.t"


@given(st.text(max_size=60))
def test_given_any_text_then_every_character_has_a_place_in_order(text: str) -> None:
    read = reading(text)
    assert len(read.text) == len(read.starts) == len(read.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(read.starts, read.ends, strict=True))
    assert list(read.starts) == sorted(read.starts)
