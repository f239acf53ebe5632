"""`foreword rules eval`: transcripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Foreword

ROWS = """\
{"id": "a", "text": "What an idiot.", "expect": ["tone"], "spans": [["tone", "an idiot"]]}
{"id": "b", "text": "Surely an idiot.", "allow": ["guess"]}
{"id": "c", "text": "He is a dolt.", "expect": ["tone"], "why": "not known yet"}

{"id": "d", "text": "It rains."}
"""
TABLE = """\
rule  expected  precision  recall     F1  spans  missed  wrong
tone         2       0.50    0.50   0.50    1/1       1      1
b  wrong: tone (warning)
c  missed: tone
4 rows, 1 rule ids.
macro average: precision 0.50, recall 0.50, F1 0.50; marked words hit: 1.00.
ordinary rows with warning or serious outside `allow`: 1 of 2 (50.0 of 100): b
ordinary rows with advice or above outside `allow`: 1 of 2 (50.0 of 100): b
"""


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    path = tmp_path / "marked.jsonl"
    path.write_text(ROWS, "utf-8")
    return path


def test_given_marked_drafts_then_figures_and_row_ids_are_printed_and_no_draft(
    foreword: Foreword, marked: Path
) -> None:
    printed = foreword("rules", "eval", str(marked))
    assert (printed.code, printed.out, printed.err) == (0, TABLE, "")


def test_given_show_then_the_drafts_that_were_judged_otherwise_stand_below(foreword: Foreword, marked: Path) -> None:
    out = foreword("rules", "eval", "--show", str(marked)).out
    assert "b  wrong: tone (warning)\n    Surely an idiot.\n" in out
    assert "It rains" not in out


def test_given_json_then_every_figure_is_there(foreword: Foreword, marked: Path) -> None:
    figures = json.loads(foreword("rules", "eval", "--json", str(marked)).out)
    assert figures["macro"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert figures["rules"][0]["wrong"] == ["b"]
    assert (figures["alarms"], figures["advice_or_above"], figures["span_overlap"]) == (["b"], ["b"], 1.0)


def test_given_a_bad_line_then_it_is_named_and_the_rest_is_measured(foreword: Foreword, marked: Path) -> None:
    marked.write_text("{oops\n" + ROWS, "utf-8")
    printed = foreword("rules", "eval", str(marked))
    assert (printed.code, printed.out) == (1, TABLE)
    assert printed.err == f"foreword: {marked}:1: skipped. The JSON ends or breaks at line 1, column 2.\n"


def test_given_no_such_file_then_exit_code_2(foreword: Foreword, tmp_path: Path) -> None:
    printed = foreword("rules", "eval", str(tmp_path / "none.jsonl"))
    assert (printed.code, printed.err) == (2, f"foreword: {tmp_path / 'none.jsonl'}: No such file or directory.\n")
