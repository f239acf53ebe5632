"""Placeholders: equal for equal values, whole for overlapping ones, and never one that the draft already has."""

from __future__ import annotations

import pytest

from companion.detectors.personal_data import PersonalData
from companion.detectors.wording import Wording
from companion.draft import Draft
from companion.finding import Finding
from companion.redaction import private, redact, replaced
from companion.review import Reviewer
from companion.rules.evaluate import Entity
from companion.rules.load import load_pack
from companion.settings import rules_folder


def entities(text: str, *found: tuple[str, str]) -> list[Entity]:
    """(type, words) → entities at the words' first places."""
    return [Entity(kind, text.index(words), text.index(words) + len(words), 0.9) for kind, words in found]


@pytest.mark.parametrize(
    ("text", "found", "copy"),
    [
        ("Nothing here.", [], "Nothing here."),
        (
            "Jordan Pell lives at 527 Tillery Dr.",
            [("PERSON", "Jordan Pell"), ("STREET_ADDRESS", "527 Tillery Dr")],
            "[PERSON 1] lives at [ADDRESS 1].",
        ),
        # The same value, written otherwise or where nothing gave it away
        (
            "+1 770-555-0156 is (770) 555 0156",
            [("PHONE_NUMBER", "+1 770-555-0156"), ("PHONE_NUMBER", "(770) 555 0156")],
            "[PHONE 1] is [PHONE 1]",
        ),
        (
            "SSN 536-22-8147. Again: 536 22 8147!",
            [("US_SSN", "536-22-8147")],
            "SSN [SSN 1]. Again: [SSN 1]!",
        ),
        ("Jordan Pell and jordan pell", [("PERSON", "Jordan Pell")], "[PERSON 1] and [PERSON 1]"),
        (
            "Ms. Imani Pell, imani pell",
            [("PERSON", "Ms. Imani Pell"), ("PERSON", "imani pell")],
            "[PERSON 1], [PERSON 1]",
        ),
        # A single name could be any word
        ("Will said it will rain", [("PERSON", "Will")], "[PERSON 1] said it will rain"),
        (
            "Jordan Pell, Casey Roe",
            [("PERSON", "Jordan Pell"), ("PERSON", "Casey Roe")],
            "[PERSON 1], [PERSON 2]",
        ),
        ("[PERSON 1] is Jordan Pell", [("PERSON", "Jordan Pell")], "[PERSON 1] is [PERSON 2]"),
        (
            "at 527 Tillery Dr Unit 4",
            [("STREET_ADDRESS", "527 Tillery Dr"), ("STREET_ADDRESS", "Tillery Dr Unit 4")],
            "at [ADDRESS 1]",
        ),
        ("😀 Jordan Pell 😀", [("PERSON", "Jordan Pell")], "😀 [PERSON 1] 😀"),
        ("on Monday, plate ABC 1234", [("DATE_TIME", "Monday"), ("US_LICENSE_PLATE", "ABC 1234")], None),
    ],
)
def test_given_what_was_recognised_then_the_copy_holds_placeholders(
    text: str, found: list[tuple[str, str]], copy: str | None
) -> None:
    made, _ = replaced(text, private(text, entities(text, *found), []))
    assert made == (copy if copy is not None else "on Monday, plate [US LICENSE PLATE 1]")


def test_given_something_hardly_recognised_then_it_stays() -> None:
    assert private("call 12", [Entity("PHONE_NUMBER", 5, 7, 0.1)], []) == []


def finding(text: str, words: str, rule: str, detector: str = "wording") -> Finding:
    start = text.index(words)
    return Finding(
        id="f",
        rule=rule,
        clause=("1",),
        severity="warning",
        confidence=0.8,
        start=start,
        end=start + len(words),
        title="",
        message="",
        why="",
        detector=detector,
    )


@pytest.mark.parametrize(
    ("rule", "detector", "copy"),
    [
        ("security-sensitive/codes", "wording", "The gate code is [PRIVATE DETAIL 1], tell nobody."),
        ("rumor/hearsay", "wording", "The gate code is 4471#, tell nobody."),
        # It marks whole sentences, and only guesses
        ("security-sensitive/in-other-words", "meaning", "The gate code is 4471#, tell nobody."),
        ("anything/at-all", "personal-data", "The gate code is [PRIVATE DETAIL 1], tell nobody."),
    ],
)
def test_given_words_marked_by_a_rule_then_its_theme_decides_whether_they_stay(
    rule: str, detector: str, copy: str
) -> None:
    text = "The gate code is 4471#, tell nobody."
    parts = private(text, [], [finding(text, "4471#", rule, detector)], ["security-sensitive"])
    assert replaced(text, parts)[0] == copy


@pytest.mark.parametrize(
    ("pack", "text", "secret"),
    [
        ("smyrna", "The alarm code at the pump house is 4471, pass it on.", "4471"),
        ("smyrna", "Between you and me, the bid scores favor the second firm.", "bid scores"),
        ("fernhollow", "The gate code at the sluice is 4471.", "4471"),
    ],
)
def test_given_a_pack_then_the_themes_it_names_are_left_out_of_a_copy(pack: str, text: str, secret: str) -> None:
    loaded = load_pack(rules_folder(), pack)
    reviewer = Reviewer([Wording(loaded)], max_characters=1_000, budget_ms=10_000)
    reviewer.load()
    assert secret in redact(Draft(text=text), reviewer).text
    assert secret not in redact(Draft(text=text), reviewer, loaded.file.redact).text


def test_given_the_citys_own_name_then_a_copy_still_says_which_city_it_is_about() -> None:
    pack = load_pack(rules_folder(), "smyrna")
    reviewer = Reviewer([PersonalData(pack)], max_characters=1_000, budget_ms=60_000)
    reviewer.load()
    text = "Whoever planned this at the City of Smyrna in Cobb County left. Georgia Peters told me."
    copy = redact(Draft(text=text), reviewer).text
    assert copy.startswith("Whoever planned this at the City of Smyrna in Cobb County left.")
    assert "Peters" not in copy
