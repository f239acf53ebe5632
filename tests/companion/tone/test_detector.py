"""The chosen tone model, and what is said when it cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.detectors.tone import ToneDetector
from companion.draft import Draft
from companion.review import Reviewer
from companion.settings import settings
from tests.rules.world import rule


@pytest.fixture(autouse=True)
def fresh_settings() -> None:
    settings.cache_clear()


def reviewer(folder: Path) -> Reviewer:
    made = Reviewer([ToneDetector(rule(folder, "tone: insult"))], max_characters=20_000, budget_ms=60_000)
    made.load()
    return made


def test_given_nothing_chosen_then_the_small_model_answers_and_nothing_is_left_out(tmp_path: Path) -> None:
    review = reviewer(tmp_path).review(Draft(text="You are a moron."))
    assert (review.status, [(f.start, f.end) for f in review.findings]) == ("complete", [(10, 15)])


def test_given_a_chosen_model_that_was_not_fetched_then_ours_answers_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOREWORD_TONE_MODEL", "original-small")
    monkeypatch.setenv("FOREWORD_STATE", str(tmp_path / "state"))
    asked = reviewer(tmp_path)
    review = asked.review(Draft(text="You are a moron."))
    assert [(f.start, f.end) for f in review.findings] == [(10, 15)]
    ((what, why),) = [(left.what, left.why) for left in review.not_checked]
    assert what == "tone"
    assert "run `foreword models fetch original-small`" in why
    assert "the small model that Foreword came with is used" in why
    assert asked.states[0].detail == why
