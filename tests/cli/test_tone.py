"""`foreword tone`: scores and places, for rule authors and benchmarks."""

from __future__ import annotations

import json

from companion.tone.classes import CLASSES
from tests.cli.conftest import Foreword


def test_given_a_text_then_a_bar_for_each_class_and_the_words_are_printed(foreword: Foreword) -> None:
    printed = foreword("tone", "Good day.\nYou are a moron.")
    lines = printed.out.splitlines()
    assert [line.split()[0] for line in lines[: len(CLASSES)]] == list(CLASSES)
    assert "2:11     insult           moron" in lines[len(CLASSES) :]
    assert (printed.code, printed.err) == (0, "")


def test_given_many_texts_then_one_answer_a_line_in_utf16_and_bad_lines_in_their_place(foreword: Foreword) -> None:
    lines = ['{"id": "a", "text": "😀 You are a moron."}', '{"id": "b"}', '{"id": "c", "text": ""}', "["]
    printed = foreword("tone", "--jsonl", stdin="\n".join(lines).encode())
    answers = [json.loads(line) for line in printed.out.splitlines()]
    assert [list(answer) for answer in answers] == [
        ["id", "scores", "spans"],
        ["id", "error"],
        ["id", "scores", "spans"],
        ["error"],
    ]
    first = answers[0]
    assert tuple(first["scores"]) == CLASSES
    assert first["scores"]["insult"] > 0.5
    assert [(s["start"], s["end"]) for s in first["spans"] if s["class"] == "insult"] == [(13, 18)]
    assert answers[2] == {"id": "c", "scores": dict.fromkeys(CLASSES, 0.0), "spans": []}
    assert printed.code == 1
