"""`foreword rules lint`: what is printed, and when it fails."""

from __future__ import annotations

import pytest

from companion.settings import settings
from tests.cli.conftest import Foreword


def test_given_something_to_mend_then_each_stands_with_its_place_and_the_code_is_1(foreword: Foreword) -> None:
    printed = foreword("rules", "lint", "guess")
    assert printed.code == 1
    wanted = "6 of different wording show what a rule means"
    assert printed.out.splitlines() == [
        f"harbor/rules/guess/maybe.yaml:8:8: mend: 1 examples under `fires`; {wanted}",
        f"harbor/rules/guess/maybe.yaml:9:8: mend: 1 examples under `quiet`; {wanted}",
        "2 mend.",
    ]


def test_given_a_file_set_aside_then_it_is_an_error_and_comes_first(
    foreword: Foreword, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOREWORD_PACK", "mending")
    settings.cache_clear()
    first = foreword("rules", "lint").out.splitlines()[0]
    assert first.startswith("mending/rules/tone/broken.yaml:8:1: error: this is not valid YAML")


def test_given_notes_then_they_are_counted_and_listed_on_request(foreword: Foreword) -> None:
    assert "no example is kept quiet" not in foreword("rules", "lint", "--notes", "disclaimer").out
    quiet = foreword("rules", "lint")
    assert "mend" in quiet.out
    assert ": note:" not in quiet.out
