"""`foreword tone`: the scores of the tone model, before any policy. For rule authors and benchmarks."""

from __future__ import annotations

import argparse
from typing import Any

from companion.cli.check import draft_text
from companion.cli.jsonl import Answer, answer_lines
from companion.cli.source_line import SourceLine, printable
from companion.detectors.tone import tone_in_use
from companion.draft import Draft
from companion.json_input import as_model
from companion.offsets import Utf16
from companion.rules.toned import ReadTone, Toned
from companion.tone.classes import CLASSES, MARKS

_SHOWN_FROM = 0.5


def tone(arguments: argparse.Namespace) -> int:
    if arguments.jsonl:
        return answer_lines(arguments, _answers)
    text = as_model(Draft, {"text": draft_text(arguments)[1]}).text
    _show(text, _told(tone_in_use(), text))
    return 0


def _answers() -> Answer:
    read = tone_in_use()
    return lambda draft: _in_utf16(_told(read, draft.text), draft.text)


def _told(read: ReadTone, text: str) -> dict[str, Any]:
    told = read(text)
    toned = Toned(text, told)
    spans = [
        {"class": name, "start": start, "end": end, "score": round(score, 4)}
        for name in MARKS
        for start, end, score in toned.marked(name, _SHOWN_FROM)
    ]
    return {"scores": {name: round(told.score(name), 4) for name in CLASSES}, "spans": spans}


def _in_utf16(told: dict[str, Any], text: str) -> dict[str, Any]:
    utf16 = Utf16(text)
    for span in told["spans"]:
        span["start"], span["end"] = utf16.from_code_point(span["start"]), utf16.from_code_point(span["end"])
    return told


def _show(text: str, told: dict[str, Any]) -> None:
    """A bar for each class, then where (line:column, in characters), which class, which words."""
    for name, score in told["scores"].items():
        print(f"{name:<16} {score:.2f}  {'█' * round(20 * score)}".rstrip())
    for span in told["spans"]:
        line = SourceLine.of(text, span["start"], span["end"])
        print(f"{f'{line.number}:{line.column}':<8} {span['class']:<16} {printable(text[span['start'] : span['end']])}")
