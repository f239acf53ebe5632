"""`min_score: high`: what the level means stands in the pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.rules.load import load_pack
from companion.rules.model import Levels
from tests.rules.world import PACK, rule


def least(folder: Path, level: str, confidence: str = "") -> float:
    rule(folder, f"entity: STREET_ADDRESS\nmin_score: {level}")
    (folder / "test" / "pack.yaml").write_text(PACK + confidence, "utf-8")
    pack = load_pack(folder, "test")
    assert pack.set_aside == (), [str(error) for error in pack.set_aside]
    number: float = pack.rules[0].compiled["when"]["min_score"]
    return number


def test_given_a_pack_that_says_nothing_then_the_usual_numbers_hold(tmp_path: Path) -> None:
    assert [least(tmp_path, level) for level in ("low", "medium", "high")] == [0.35, 0.55, 0.7]


def test_given_a_pack_with_its_own_levels_then_its_rules_ask_for_those(tmp_path: Path) -> None:
    assert least(tmp_path, "high", "confidence: {high: 0.85}\n") == 0.85
    assert least(tmp_path, "0.6", "confidence: {high: 0.85}\n") == 0.6


def test_given_levels_that_fall_then_they_are_refused() -> None:
    with pytest.raises(ValueError, match="low, medium and high should rise"):
        Levels(low=0.8)
