"""The second city's rules, weighed by its own policy, in both engines."""

from __future__ import annotations

from pathlib import Path

from companion.rules.load import load_pack
from companion.settings import rules_folder
from tests.conformance.test_engines_agree import differences, examples


def test_given_severities_of_a_site_then_both_engines_weigh_alike(tmp_path: Path) -> None:
    fernhollow = load_pack(rules_folder(), "fernhollow")
    there = [
        draft.model_copy(update={"context": draft.context.model_copy(update={"site": site})})
        for draft in examples(fernhollow)
        for site in ("nextdoor.com", "www.nextdoor.com", "x.com")
    ]
    assert differences(fernhollow, [*examples(fernhollow), *there], tmp_path) == []
