"""What counts as the same term, and where it is found."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.lists.matching import OpenList, hits
from companion.lists.normalise import normalised
from tests.companion.lists.world import VENDORS, found, library_with

BETWEEN = ["", " ", "  ", "-", ".", " - ", "\u200b", "\u00a0", "\n", "_", "’"]

FORMS: st.SearchStrategy[Literal["NFC", "NFD", "NFKC", "NFKD"]] = st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])


def disguised(term: str, capitals: list[bool], between: list[str], wide: bool) -> str:
    """The same letters, otherwise written."""
    letters = [c.upper() if up else c.lower() for c, up in zip(term, capitals, strict=True)]
    if wide:
        letters = ["".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in cs) for cs in letters]
    return "".join(gap if c == " " else c for c, gap in zip(letters, between, strict=True))


@given(st.data())
def test_given_a_term_in_any_writing_then_it_is_the_same_term(data: st.DataObject) -> None:
    term = data.draw(st.sampled_from(["Fairhaven Paving", "projet blue héron", "Straße am Ähren Feld"]))
    capitals = data.draw(st.lists(st.booleans(), min_size=len(term), max_size=len(term)))
    between = data.draw(st.lists(st.sampled_from(BETWEEN), min_size=len(term), max_size=len(term)))
    written = unicodedata.normalize(data.draw(FORMS), disguised(term, capitals, between, data.draw(st.booleans())))
    text = f"😀 so, “{written}” it is"
    (hit,) = hits(text, [OpenList("l", [term])])
    assert normalised(text[hit.start : hit.end]) == normalised(term)
    assert text[hit.start : hit.end] == written


@given(st.text())
def test_given_any_text_then_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lunch with Fairhaven Paving's people", ["Fairhaven Paving"]),
        ("#FairhavenPaving", ["FairhavenPaving"]),
        ("F.A.I.R.H.A.V.E.N. paving", ["F.A.I.R.H.A.V.E.N. paving"]),
        ("Fairhaven Paving and ELMBROOK  granite", ["Fairhaven Paving", "ELMBROOK  granite"]),
        ("see 26 CV 004417.", ["26 CV 004417"]),
        ("Ｐｒｏｊｅｃｔ blue heron", ["Ｐｒｏｊｅｃｔ blue heron"]),
        ("Fairhaven repaving", []),
        ("the Fairhaven Pavings", []),
        ("26-CV-0044171", []),
        ("paving Fairhaven", []),
        ("", []),
        ("😀 — … 🎉", []),
    ],
)
def test_given_a_text_then_the_terms_of_the_list_are_marked_and_nothing_beside_them(
    tmp_path: Path, text: str, words: list[str]
) -> None:
    assert [w for _, w in found(library_with(tmp_path, vendors=VENDORS), text)] == words


def test_given_terms_inside_one_another_then_the_longest_of_a_list_is_marked() -> None:
    nested = OpenList("projects", ["Quiet Harbor", "Quiet Harbor North"])
    other = OpenList("places", ["Harbor North"])
    text = "At Quiet Harbor North."
    assert [(h.list, text[h.start : h.end]) for h in hits(text, [nested, other])] == [
        ("projects", "Quiet Harbor North"),
        ("places", "Harbor North"),
    ]
