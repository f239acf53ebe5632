"""Evidence near by makes a match surer or less sure; what is not sure enough is not said."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.draft import Context, Draft
from companion.rules.authoring.trace import trace
from companion.rules.evaluate import Evidence
from tests.rules.world import check, rule, words

RULE = """
confidence: 0.5
least: 0.6
supports:
  - when: {phrase: (council|mayor)}
    confidence: 0.3
  - when: {phrase: (choir|movie)}
    within: {words: 3}
    confidence: -0.4
  - when: {phrase: pass it on}
    within: text
    confidence: 0.15
"""


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("I heard the mayor resigned.", 0.8),
        ("I heard it. Pass it on!", 0.65),
        ("I heard it from the mayor. Pass it on!", 0.95),
    ],
)
def test_given_evidence_that_supports_then_the_finding_is_as_sure(tmp_path: Path, text: str, confidence: float) -> None:
    (found,) = check(rule(tmp_path, "phrase: I heard", RULE), text)
    assert found.confidence == confidence


@pytest.mark.parametrize(
    "text",
    [
        "I heard it.",  # 0.5
        "The mayor sang. I heard it.",  # another sentence
        "I heard the choir of the council.",  # 0.4
    ],
)
def test_given_too_little_evidence_then_nothing_is_said(tmp_path: Path, text: str) -> None:
    assert words(rule(tmp_path, "phrase: I heard", RULE), text) == []


def test_given_evidence_for_one_match_then_the_other_says_nothing(tmp_path: Path) -> None:
    the_pack = rule(tmp_path, "phrase: (heard|guess)", RULE)
    assert words(the_pack, "I heard the mayor left. Or so I guess.") == ["heard"]


def test_given_a_rule_about_the_whole_text_then_evidence_may_stand_anywhere(tmp_path: Path) -> None:
    the_pack = rule(tmp_path, "absent: {phrase: my own view}", f"report: text{RULE}")
    assert check(the_pack, "Nothing here.") == []
    (found,) = check(the_pack, "A long day. Then the council met.")
    assert found.confidence == 0.8


def test_given_a_draft_then_explain_knows_what_was_weighed(tmp_path: Path) -> None:
    (loaded,) = rule(tmp_path, "phrase: I heard", RULE).rules
    seen = trace(loaded, Evidence(Draft(text="I heard the mayor resigned.", context=Context())))
    assert seen.sure == (("I heard", 0.8),)
    assert [w.holds for w in seen.supports] == [True, False, False]
    assert seen.supports[1].said.startswith("less sure by 0.4 where this stands within 3 words: the words")


def test_given_a_weight_out_of_bounds_then_its_line_is_named(tmp_path: Path) -> None:
    heavy = "supports:\n  - when: {phrase: a}\n    confidence: 2\n"
    (error,) = rule(tmp_path, "phrase: a", heavy).set_aside
    assert "“confidence”: Input should be less than or equal to 1" in str(error)
