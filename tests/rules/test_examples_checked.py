"""What `foreword rules test` says of an example that does not come out as written."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.rules.check import check_rule
from companion.rules.evaluate import Models
from tests.rules.world import rule


@pytest.mark.parametrize(
    ("examples", "failure"),
    [
        ("fires: [a clown]", None),
        ("fires: [{text: a clown, words: clown, severity: advice}]", None),
        ("quiet: [a circus]", None),
        ("fires: [a circus]", ("a finding", "none")),
        ("fires: [{text: a clown, words: circus}]", ("words ['circus']", "words ['clown']")),
        ("fires: [{text: a clown, severity: serious}]", ("severity serious", "advice")),
        ("quiet: [a clown]", ("nothing", "'clown'")),
    ],
)
def test_given_an_example_then_what_differs_is_said(
    tmp_path: Path, examples: str, failure: tuple[str, str] | None
) -> None:
    pack = rule(tmp_path, "phrase: clown", examples)
    found = check_rule(pack.rules[0], pack, Models())
    assert [(f.expected, f.got) for f in found] == ([failure] if failure else [])
