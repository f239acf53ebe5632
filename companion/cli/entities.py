"""`foreword entities`: what the recognisers see, before any policy. For rule authors and benchmarks."""

from __future__ import annotations

import argparse
from typing import Any

from companion.cli.check import draft_text
from companion.cli.jsonl import Answer, answer_lines
from companion.cli.source_line import SourceLine, printable
from companion.detectors.recognition import Recognition
from companion.draft import Draft
from companion.json_input import as_model
from companion.offsets import Utf16
from companion.rules.evaluate import Entity


def entities(arguments: argparse.Namespace) -> int:
    recognition = Recognition()
    if arguments.jsonl:
        return answer_lines(arguments, lambda: _answers(recognition, arguments.min_score))
    text = as_model(Draft, {"text": draft_text(arguments)[1]}).text
    recognition.load()
    _show(_sure(recognition, text, arguments.min_score), text)
    return 0


def _answers(recognition: Recognition, min_score: float) -> Answer:
    recognition.load()
    return lambda draft: {"entities": _in_utf16(_sure(recognition, draft.text, min_score), draft.text)}


def _sure(recognition: Recognition, text: str, min_score: float) -> list[Entity]:
    return [entity for entity in recognition.entities(text) if entity.score >= min_score]


def _in_utf16(found: list[Entity], text: str) -> list[dict[str, Any]]:
    utf16 = Utf16(text)
    places = [(utf16.from_code_point(e.start), utf16.from_code_point(e.end)) for e in found]
    return [
        {"type": entity.type, "start": start, "end": end, "score": entity.score}
        for entity, (start, end) in zip(found, places, strict=True)
    ]


def _show(found: list[Entity], text: str) -> None:
    """One a line: where (line:column, in characters), how sure, which kind, which words."""
    for entity in found:
        line = SourceLine.of(text, entity.start, entity.end)
        words = printable(text[entity.start : entity.end])
        print(f"{f'{line.number}:{line.column}':<8} {entity.score:.2f}  {entity.type:<20} {words}")
    if not found:
        print("Nothing recognised.")
