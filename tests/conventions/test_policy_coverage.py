"""docs/policy-coverage.md shows the rules as they are."""

from __future__ import annotations

from pathlib import Path

from companion.rules.authoring.coverage import COMMAND, coverage_page
from companion.rules.load import load_pack
from companion.settings import rules_folder

PAGE = Path(__file__).parents[2] / "docs" / "policy-coverage.md"


def test_given_the_city_s_rules_then_the_page_of_clauses_and_rules_is_fresh() -> None:
    fresh = PAGE.read_text("utf-8") == coverage_page(load_pack(rules_folder(), "smyrna"))
    assert fresh, f"`{COMMAND}` writes the page anew"
