"""`foreword rules explain`: transcripts."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Foreword

IN_WORDS = """\
disclaimer/missing  advice
Readers may take this for the town's word
for: personal; everywhere
clause A.1: People are spoken of kindly.
looks for:
  all of these
    the words “harbor”
    nowhere in the draft: the words “my own words” or “these words are mine”
says: Say that the words are yours.
why: You write of the town.
fix: Add the disclaimer
fix: Add the short disclaimer
tests: 1 fires, 1 quiet; all come out as written
fires:
  Harbor is lovely.
quiet:
  Harbor is lovely. My own words.
"""

ASKED = """\
disclaimer/missing: finds nothing
  ✗ all of these  (line 9)
    ✓ the words “harbor”: “Harbor”  (line 10)
    ✗ nowhere in the draft: the words “my own words” or “these words are mine”  (line 11)
      ✓ the words “my own words” or “these words are mine”: “My own words”  (line 11)
"""


def test_given_a_rule_then_it_is_told_in_plain_words_with_its_tests(foreword: Foreword) -> None:
    printed = foreword("rules", "explain", "disclaimer/missing")
    assert (printed.code, printed.out, printed.err) == (0, IN_WORDS, "")


def test_given_a_draft_and_a_rule_then_every_part_says_what_it_found(foreword: Foreword) -> None:
    printed = foreword("rules", "explain", "disclaimer", "--draft", "Harbor rain. My own words.")
    assert (printed.code, printed.out) == (0, ASKED)


def test_given_a_draft_alone_then_those_that_speak_and_those_that_come_near_are_shown(foreword: Foreword) -> None:
    out = foreword("rules", "explain", "--draft", "Surely Harbor. My own words.").out
    assert [line for line in out.splitlines() if line and line[0] != " "] == [
        "guess/maybe: finds “Surely”",
        "disclaimer/missing: finds nothing",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--draft", "Rain."], "No rule finds anything in this draft, and none comes near.\n"),
        (
            ["disclaimer", "--draft", "Harbor", "--mode", "official"],
            "disclaimer/missing: not asked. It is for: personal; everywhere.\n",
        ),
    ],
)
def test_given_nothing_to_show_then_it_says_why(foreword: Foreword, arguments: list[str], said: str) -> None:
    assert foreword("rules", "explain", *arguments).out == said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "foreword: Name a rule to explain, or give a draft with --draft TEXT.\n"),
        (["nowhere"], "foreword: There is no rule or folder of rules named 'nowhere' in harbor.\n"),
        (["--draft", "x", "--context", "{"], "foreword: The JSON ends or breaks at line 1, column 2.\n"),
    ],
)
def test_given_arguments_that_lead_nowhere_then_it_says_what_to_do(
    foreword: Foreword, arguments: list[str], said: str
) -> None:
    printed = foreword("rules", "explain", *arguments)
    assert (printed.out, printed.err) == ("", said)
    assert printed.code != 0
