"""Fixes as edits: what the draft reads like afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.rules.browser_build import basic_rules
from companion.rules.check import applied
from tests.rules.world import HEAD, check, pack, rule

SITE = """
title: Short
hosts: [short.example]
counting: {counting}
surfaces:
  - {{surface: post, limit: {limit}}}
"""


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("You clown, stop.", "You, stop."),
        ("clown of a day", "of a day"),
        ("What a clown", "What a"),
        ("one clown two", "one two"),
        ("(clown)", ""),
        ("one, clown, two", "one, two"),
        ("one, clown.", "one."),
        ("One. clown, two", "One. two"),
        ("a\nclown\nb", "a\n\nb"),
        ("😀 clown 😀", "😀 😀"),
    ],
)
def test_removing_words_leaves_single_spaces(tmp_path: Path, text: str, mended: str) -> None:
    one = rule(tmp_path, "phrase: clown", "fixes:\n  - {label: Remove, remove: words}")
    (finding,) = check(one, text)
    assert applied(finding.fixes[0], text) == mended


COMPANY = """
fixes:
  - label: Remove
    remove: words
    also_before: [at, (his|her) number is]
    also_after: [is (his|her) number]
"""


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Reach her at 12345 or not", "Reach her or not"),
        ("Hello! Her number is: 12345. Bye.", "Hello! Bye."),
        ("Ask Ida, her number is 12345, thanks", "Ask Ida, thanks"),
        ("12345 is her number, call", "call"),
        ("That 12345 cat", "That cat"),
    ],
)
def test_what_makes_no_sense_without_the_words_goes_with_them(tmp_path: Path, text: str, mended: str) -> None:
    one = rule(tmp_path, r"pattern: '\d{5}'", COMPANY)
    (finding,) = check(one, text)
    assert applied(finding.fixes[0], text) == mended


def test_removing_the_sentence_takes_it_whole(tmp_path: Path) -> None:
    one = rule(tmp_path, "phrase: clown", "fixes:\n  - {label: Remove, remove: sentence}")
    text = "Good morning. Mr. Hale is a clown. See you!"
    (finding,) = check(one, text)
    assert applied(finding.fixes[0], text) == "Good morning. See you!"


def test_masking_keeps_the_last_four_digits(tmp_path: Path) -> None:
    one = rule(tmp_path, r"pattern: '\d{3}-\d{2}-\d{4}'", "fixes:\n  - {label: Mask, replace: 'XXX-XX-{last4}'}")
    text = "it is 123-45-6789 ok"
    (finding,) = check(one, text)
    assert applied(finding.fixes[0], text) == "it is XXX-XX-6789 ok"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Clown of a day", "Somebody of a day"),
        ("Look! Clown at the door", "Look! Somebody at the door"),
        ("that Clown again", "that somebody again"),
        ("clown of a day", "somebody of a day"),
    ],
)
def test_new_words_begin_a_sentence_as_the_old_ones_did(tmp_path: Path, text: str, mended: str) -> None:
    one = rule(tmp_path, "phrase: clown", "fixes:\n  - {label: Soften, replace: somebody}")
    (finding,) = check(one, text)
    assert applied(finding.fixes[0], text) == mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Hello there.  What a clown!  Bye.", "Hello there.  Ask the clerk.  Bye."),
        ("clown of a day", "Ask the clerk."),
        ("one\nclown\ntwo", "one\nAsk the clerk.\ntwo"),
    ],
)
def test_new_words_can_stand_for_the_whole_sentence(tmp_path: Path, text: str, mended: str) -> None:
    one = rule(tmp_path, "phrase: clown", "fixes:\n  - {label: Ask, replace: Ask the clerk., over: sentence}")
    (finding,) = check(one, text)
    assert applied(finding.fixes[0], text) == mended


INSERTIONS = """
fixes:
  - {label: Full, insert: '{disclaimer.full}'}
  - {label: Short, insert: '{disclaimer.short}'}
"""


def test_given_capitals_then_the_words_can_be_written_small(tmp_path: Path) -> None:
    one = rule(tmp_path, "phrase: stop that. i mean it", "fixes:\n  - {label: Small, replace: '{small}'}")
    text = "STOP THAT. I MEAN IT!"
    (finding,) = check(one, text)
    assert applied(finding.fixes[0], text) == "Stop that. I mean it!"


@pytest.mark.parametrize(
    ("limit", "counting", "text", "offered"),
    [
        (500, "characters", "The City did it", ["Full", "Short"]),
        (62, "characters", "The City did it", ["Full", "Short"]),
        (61, "characters", "The City did it", ["Short"]),
        (20, "characters", "The City did it", []),
        # A link weighs 23 and an emoji 2 where the site counts so.
        (60, "weighted", "City https://example.org/a/very/long/address/indeed/for/a/link", ["Short"]),
        (30, "weighted", "The City 😀😀😀", ["Short"]),
        (26, "weighted", "The City 😀😀😀", []),
    ],
)
def test_insertions_respect_the_limit(tmp_path: Path, limit: int, counting: str, text: str, offered: list[str]) -> None:
    site = SITE.format(limit=limit, counting=counting)
    files = {"a/b.yaml": f"{HEAD}when: {{phrase: City}}\nreport: text\n{INSERTIONS}", "site:short.yaml": site}
    (finding,) = check(pack(tmp_path, files), text, site="www.short.example")
    assert [fix.label for fix in finding.fixes] == offered


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("The City did it", "The City did it. My own view."),
        ("The City did it 😀", "The City did it 😀 My own view."),
        ("City news #cityofsmyrna", "City news #cityofsmyrna My own view."),
        ("City news: smyrnaga.gov/news", "City news: smyrnaga.gov/news My own view."),
    ],
)
def test_an_insertion_ends_the_sentence_before_it_but_leaves_links_alone(
    tmp_path: Path, text: str, mended: str
) -> None:
    one = rule(tmp_path, "phrase: City", f"report: text\n{INSERTIONS}")
    (finding,) = check(one, text)
    assert applied(finding.fixes[1], text) == mended


def test_an_insertion_stands_after_the_text_with_one_space(tmp_path: Path) -> None:
    one = rule(tmp_path, "phrase: City", f"report: text\n{INSERTIONS}")
    text = "The City did it. \n"
    (finding,) = check(one, text)
    assert applied(finding.fixes[1], text) == "The City did it. My own view. \n"


def test_given_a_word_with_a_milder_one_then_only_that_word_changes_and_the_label_names_it(tmp_path: Path) -> None:
    pack = rule(
        tmp_path,
        "phrase: you are (stupid|dense|odd)",
        "fixes:\n  - label: Say “{words}” instead\n    soften: {stupid: unwise, dense: slow to see it}",
    )
    (finding,) = check(pack, "Well, you are STUPID, Dave.")
    (fix,) = finding.fixes
    assert (fix.label, fix.start, fix.end, fix.replacement) == ("Say “unwise” instead", 14, 20, "unwise")
    assert [f.fixes for f in check(pack, "Well, you are odd, Dave.")] == [()]
    assert basic_rules(pack) == ()
