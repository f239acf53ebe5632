"""`--jsonl`: one object a line in, one a line out, in order, each as soon as it is done."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from typing import Any

from companion.draft import Draft
from companion.draft_line import draft_of, name_of, object_of
from companion.errors import BadDraft, CannotRead, ForewordError
from companion.review import Reviewer

Answer = Callable[[Draft], dict[str, Any]]


def answer_lines(arguments: argparse.Namespace, ready: Callable[[], Answer]) -> int:
    """1 when a line could not be read. `ready` loads what answers: only when there is something to read from."""
    if arguments.text not in (None, "-"):
        raise BadDraft("--jsonl reads its lines from standard input or --file, not from an argument.")
    if arguments.file is None:
        return _answer_each(sys.stdin.buffer, ready())
    try:
        with arguments.file.open("rb") as lines:
            return _answer_each(lines, ready())
    except OSError as error:
        raise CannotRead(f"{arguments.file}: {error.strerror}.") from None


def _answer_each(lines: Iterable[bytes], answer: Answer) -> int:
    """A bad line is answered in its place; the others are done all the same."""
    code = 0
    for line in lines:
        if not line.strip():
            continue
        answered = _answered(line, answer)
        if "error" in answered:
            code = 1
        sys.stdout.write(json.dumps(answered) + "\n")
        sys.stdout.flush()
    return code


def reviewed_by(reviewer: Reviewer) -> Answer:
    def answer(draft: Draft) -> dict[str, Any]:
        review = reviewer.review(draft).in_utf16(draft.text).model_dump(mode="json")
        kept = ("status", "not_checked", "findings") if review["not_checked"] else ("status", "findings")
        return {key: review[key] for key in kept}

    return answer


def _answered(line: bytes, answer: Answer) -> dict[str, Any]:
    named: dict[str, Any] = {}
    try:
        given = object_of(line)
        named = {} if (name := name_of(given)) is None else {"id": name}
        return named | answer(draft_of(given))
    except ForewordError as error:
        return named | {"error": error.detail}
