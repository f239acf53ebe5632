"""`foreword entities`: what the recognisers see, for rule authors and benchmarks."""

from __future__ import annotations

import json

from tests.cli.conftest import Foreword


def test_given_a_text_then_place_score_kind_and_words_are_printed(foreword: Foreword) -> None:
    printed = foreword("entities", "ssn 219-41-0973\nor 😀 770-555-0156")
    lines = [line.split(maxsplit=3) for line in printed.out.splitlines()]
    assert [(place, kind, words) for place, _, kind, words in lines] == [
        ("1:5", "US_SSN", "219-41-0973"),
        ("2:6", "PHONE_NUMBER", "770-555-0156"),
    ]
    assert (printed.code, printed.err) == (0, "")


def test_given_an_ordinary_text_then_that_is_said(foreword: Foreword) -> None:
    assert foreword("entities", "-", stdin=b"no news today").out == "Nothing recognised.\n"


def test_given_a_doubtful_number_then_it_is_shown_only_when_asked_for(foreword: Foreword) -> None:
    assert foreword("entities", "7705550156").out == "Nothing recognised.\n"
    assert "PHONE_NUMBER" in foreword("entities", "7705550156", "--min-score", "0.05").out


def test_given_many_texts_then_spans_count_utf16_and_bad_lines_are_answered_in_place(foreword: Foreword) -> None:
    lines = [
        '{"id": "a", "text": "😀 ssn 219-41-0973", "expect": ["not read"]}',
        '{"id": "b", "text": 5}',
        "",
        '{"id": 3, "text": ""}',
        "[",
    ]
    printed = foreword("entities", "--jsonl", stdin="\n".join(lines).encode())
    answers = [json.loads(line) for line in printed.out.splitlines()]
    assert [list(answer) for answer in answers] == [["id", "entities"], ["id", "error"], ["id", "entities"], ["error"]]
    (found,) = answers[0]["entities"]
    assert (found["type"], found["start"], found["end"]) == ("US_SSN", 7, 18)
    assert found["score"] > 0.8
    assert answers[2]["entities"] == []
    assert printed.code == 1


def test_given_jsonl_and_a_text_then_exit_code_2_and_why(foreword: Foreword) -> None:
    printed = foreword("entities", "--jsonl", "a text")
    assert (printed.code, printed.out) == (2, "")
    assert "--jsonl reads its lines from standard input or --file" in printed.err
