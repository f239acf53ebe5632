"""The list of names as it is shipped: in a form that can be read, compared and looked things up in."""

from __future__ import annotations

import pytest

from companion.detectors.recognisers.name_weights import (
    ALSO_WORDS,
    FOLDER,
    GIVEN,
    LEFT_OUT,
    SURNAMES,
    ListedNames,
    begins,
)
from companion.folding import fold

FILES = (GIVEN, SURNAMES, ALSO_WORDS)


def listed(file: str) -> list[str]:
    return (FOLDER / file).read_text("ascii").splitlines()


@pytest.mark.parametrize("file", FILES)
def test_names_are_sorted_folded_and_there_once(file: str) -> None:
    names = listed(file)
    assert names == sorted(set(names))
    assert all(name == fold(name).text.lower() and name.isalpha() and len(name) > 2 for name in names)


def test_no_name_is_of_two_kinds_or_among_those_left_out() -> None:
    names = [name for file in FILES for name in listed(file)]
    assert len(names) == len(set(names))
    lines = listed(LEFT_OUT)
    assert not {word for line in lines if not line.startswith("#") for word in line.split()} & set(names)


def test_the_list_is_as_small_as_its_readme_says() -> None:
    readme = (FOLDER / "README.md").read_text("utf-8")
    assert all(f"{len(listed(file)):,}" in readme for file in FILES)
    assert sum((FOLDER / file).stat().st_size for file in FILES) < 310_000


@pytest.mark.parametrize(
    ("text", "word", "counts"),
    [
        ("so Miloslava left", "Miloslava", True),
        ("Miloslava left", "Miloslava", True),
        ("miloslava left", "miloslava", True),
        ("The miloslava left", "miloslava", False),  # small letters in a text that has capitals
        ("I asked Bent again", "Bent", True),
        ("It got bent again", "bent", False),
        ("At Bent Creek", "Bent", False),  # beside another capital
        ("Bent again", "Bent", False),  # where every word has a capital
        ("we met in April", "April", False),
    ],
)
def test_a_listed_name_weighs_more_where_it_looks_like_one(text: str, word: str, counts: bool) -> None:
    start = text.index(word)
    weight = ListedNames().weight(text, start, start + len(word), is_unknown=False)
    assert (weight > 1) is counts


def test_a_sentence_begins_after_a_full_stop_a_line_end_and_an_opening_quote() -> None:
    text = 'No. Ida, "Imani"\nDwight'
    assert [begins(text, text.index(name)) for name in ("No", "Ida", "Imani", "Dwight")] == [True, True, False, True]
