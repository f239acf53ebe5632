"""`foreword check`: transcripts, exit codes, JSON, and drafts that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Foreword

DRAFT = "Harbor 港町\tis run by an idiot 😀\nIt is surely 536-22-8147, he said."
TRANSCRIPT = """\
draft:2:14: serious personal-data/number: May be a private number
   2 | It is surely 536-22-8147, he said.
     |              ^^^^^^^^^^^
    “536-22-8147” looks like a private number.
    why: Whoever reads it can use it. [A.2: Keep numbers private]
    fix: Take the number out: “536-22-8147” → nothing

draft:1:24: warning tone/insult: May read as an insult
   1 | Harbor 港町  is run by an idiot 😀
     |                           ^^^^^
    “idiot” may hurt the person it is about.
    why: Readers remember the word and not the reason. [A.1: Be kind]
    fix: Take the word out: “idiot” → nothing
    fix: Say “person”: “idiot” → “person”
    contact: The town clerk. Ask before posting.

draft: advice disclaimer/missing: Readers may take this for the town's word
    Say that the words are yours.
    why: You write of the town. [A.1: Be kind]
    fix: Add the disclaimer: “These words are mine and not the Town of
    Harbor's.”
    fix: Add the short disclaimer: “My own words.”

draft:2:7: info guess/maybe: Good to know
   2 | It is surely 536-22-8147, he said.
     |       ^^^^^^
    “surely” may read as a guess.
    why: A guess can sound like news. [A.1: Be kind]

1 serious, 1 warning, 1 advice, 1 info in this personal post.
"""


def test_given_a_draft_then_it_is_printed_as_a_compiler_would(foreword: Foreword) -> None:
    printed = foreword("check", DRAFT)
    assert printed.out == TRANSCRIPT
    assert (printed.code, printed.err) == (1, "")


@pytest.mark.parametrize(
    ("text", "arguments", "last_line", "code"),
    [
        ("", [], "Nothing found in this personal post.", 0),
        ("A lovely day.", ["--mode", "official"], "Nothing found in this official post.", 0),
        ("Surely so.", ["--site", "x.com"], "1 info in this personal post on x.com.", 0),
        ("Harbor.", ["--surface", "comment"], "1 advice in this personal comment.", 0),
        ("What an idiot.", [], "1 warning in this personal post.", 1),
        ("It is 536-22-8147.", [], "1 serious in this personal post.", 1),
    ],
)
def test_given_findings_then_the_exit_code_says_whether_a_second_look_is_worth_it(
    foreword: Foreword, text: str, arguments: list[str], last_line: str, code: int
) -> None:
    printed = foreword("check", text, *arguments)
    assert printed.out.splitlines()[-1] == last_line
    assert printed.code == code


def test_given_standard_input_or_a_file_then_the_place_names_it(foreword: Foreword, tmp_path: Path) -> None:
    file = tmp_path / "post.txt"
    file.write_bytes("\ufeffWhat an idiot.".encode())
    assert foreword("check", "-", stdin=b"What an idiot.").out.startswith("stdin:1:9: warning")
    assert foreword("check", "--file", str(file)).out.startswith(f"{file}:1:9: warning")


def test_given_a_long_line_then_only_the_part_around_the_words_is_shown(foreword: Foreword) -> None:
    printed = foreword("check", "word " * 200 + "idiot" + " word" * 200)
    source, marks = printed.out.splitlines()[1:3]
    assert len(source) <= 80
    assert source.count("…") == 2
    assert source[marks.index("^") : marks.rindex("^") + 1] == "idiot"


def test_given_100_000_characters_then_what_was_left_out_is_said(foreword: Foreword) -> None:
    printed = foreword("check", "-", stdin=b"a" * 100_000)
    assert printed.out.splitlines() == [
        "not checked: length: The draft has 100,000 characters; only the first 20,000",
        "were checked.",
        "Nothing found in this personal post; not everything was checked.",
    ]


def test_given_controls_in_a_draft_then_none_reaches_the_terminal(foreword: Foreword) -> None:
    printed = foreword("check", "-", stdin="\x1b[2J\x00\u202e\x07 idiot \x9b".encode())
    assert not [c for c in printed.out if c < " " and c != "\n"]
    assert not {"\u202e", "\x9b"} & set(printed.out)
    assert "␛[2J␀" in printed.out


def test_given_json_then_it_is_the_review_with_utf16_offsets(foreword: Foreword) -> None:
    printed = foreword("check", "--json", "😀 idiot")
    review = json.loads(printed.out)
    assert set(review) == {"draft_id", "revision", "status", "not_checked", "findings"}
    assert (review["findings"][0]["start"], review["findings"][0]["end"]) == (3, 8)
    assert printed.code == 1


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (["-"], b"caf\xe9 one", "foreword: standard input:1: this line is not UTF-8; save the draft as UTF-8."),
        (["-"], b"one\n\xff", "foreword: standard input:2: this line is not UTF-8; save the draft as UTF-8."),
        (["--file", "/nowhere/at/all"], b"", "foreword: /nowhere/at/all: No such file or directory."),
        ([], b"", "foreword: Give a draft in quotation marks, - for standard input, or --file FILE."),
        (["x", "--site", "no site"], b"", "foreword: “context.site” must be a host name such as facebook.com."),
        (
            ["--jsonl", "a draft"],
            b"",
            "foreword: --jsonl reads its lines from standard input or --file, not from an argument.",
        ),
    ],
)
def test_given_a_draft_that_cannot_be_read_then_exit_code_2_and_why(
    foreword: Foreword, arguments: list[str], stdin: bytes, said: str
) -> None:
    printed = foreword("check", *arguments, stdin=stdin)
    assert (printed.code, printed.out, printed.err) == (2, "", said + "\n")


@pytest.mark.parametrize("arguments", [["--mode", "boss"], ["--surface", "wall"], ["--json", "--jsonl"]])
def test_given_arguments_that_are_none_then_exit_code_2_and_the_choices(
    foreword: Foreword, arguments: list[str]
) -> None:
    printed = foreword("check", "x", *arguments)
    assert printed.code == 2
    assert "usage: foreword check" in printed.err


class TestManyDrafts:
    def test_each_line_is_answered_in_order_and_bad_ones_do_not_stop_the_rest(self, foreword: Foreword) -> None:
        lines = [
            b'{"id": "a", "text": "What an idiot \\ud83d", "mode": "personal", "surface": "post", "site": "x.com", '
            b'"context": {}, "expect": ["tone/insult"], "allow": [], "spans": [], "why": "not read"}',
            b'{"id": "b", "text": ',
            b'{"id": 3, "text": 5}',
            b"",
            b'{"id": "d", "text": "hi", "mode": "boss"}',
            b'{"id": "e", "text": "\xff"}',
            b"[]",
            b'{"id": "f"}',
            b'{"id": ["x"], "text": "hi"}',
            b'{"id": "g", "text": "Harbor", "mode": "official", "context": {"reply_to": "Is it?"}}',
            b'{"text": "hi", "context": {"unheard_of": 1}}',
            b'{"text": "' + b"a" * 20_001 + b'"}',
        ]
        printed = foreword("check", "--jsonl", stdin=b"\n".join(lines))
        answers = [json.loads(line) for line in printed.out.splitlines()]
        assert [(a.get("id"), a.get("status"), a.get("error")) for a in answers] == [
            ("a", "complete", None),
            (None, None, "The JSON ends or breaks at line 1, column 20."),
            (3, None, "“text” must be text in quotation marks."),
            ("d", None, "“mode” must be one of: personal or official."),
            (None, None, "Byte 22 is not UTF-8; send JSON as UTF-8."),
            (None, None, "The line must be a JSON object."),
            ("f", None, "“text” is missing."),
            (None, None, "“id” must be text or a number."),
            ("g", "complete", None),
            (
                None,
                None,
                "There is a field here that Foreword does not know. Known fields: mode, surface, site, reply_to, "
                "previous_text, shared_text, shared_author, media, profile_text, acting_as, employment, pasted_text.",
            ),
            (None, "partial", None),
        ]
        assert printed.code == 1

    def test_good_lines_alone_give_0_and_exactly_id_status_findings(self, foreword: Foreword) -> None:
        printed = foreword("check", "--jsonl", "-", stdin=b'{"id": "a", "text": "\xf0\x9f\x98\x80 idiot"}\n')
        (answer,) = [json.loads(line) for line in printed.out.splitlines()]
        assert list(answer) == ["id", "status", "findings"]
        assert (answer["findings"][0]["start"], answer["findings"][0]["end"]) == (3, 8)
        assert printed.code == 0

    def test_a_file_is_read_as_standard_input_is(self, foreword: Foreword, tmp_path: Path) -> None:
        file = tmp_path / "drafts.jsonl"
        file.write_bytes(b'{"id": 1, "text": "hi"}\r\n')
        assert (
            foreword("check", "--jsonl", "--file", str(file)).out == '{"id": 1, "status": "complete", "findings": []}\n'
        )
        assert foreword("check", "--jsonl", "--file", str(tmp_path)).code == 2
