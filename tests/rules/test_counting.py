"""Lengths as sites count them; the numbers are those of X's own library and of the browser's segmenter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from companion.rules.counting import length

# Text, weighted, graphemes, characters; extension/counting.test.mjs reads the same file.
COUNTED = json.loads((Path(__file__).parent / "counted.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "weighted", "graphemes", "characters"), COUNTED)
def test_given_a_text_then_it_is_as_long_as_sites_say(
    text: str, weighted: int, graphemes: int, characters: int
) -> None:
    counted = [length(text, "weighted"), length(text, "graphemes"), length(text, "characters")]
    assert counted == [weighted, graphemes, characters]
