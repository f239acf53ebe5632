"""`foreword check`: one draft, or many with --jsonl. Works without a running companion."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from companion.assemble import policy_in_use, reviewer_for
from companion.draft import Draft
from companion.errors import BadDraft, CannotRead
from companion.finding import Review
from companion.json_input import as_model
from companion.review import Reviewer

LOUD = ("warning", "serious")


def check(arguments: argparse.Namespace) -> int:
    if arguments.jsonl:
        return _many(arguments)
    name, text = draft_text(arguments)
    context = {"mode": arguments.mode, "surface": arguments.surface, "site": arguments.site}
    draft = as_model(Draft, {"text": text, "context": context})
    pack = policy_in_use()
    if arguments.redact:
        return _redacted(draft, loaded(reviewer_for(pack)), pack.file.redact)
    review = loaded(reviewer_for(pack)).review(draft)
    if arguments.json:
        print(json.dumps(review.in_utf16(draft.text).model_dump(mode="json"), indent=2))
    else:
        from companion.cli.display import show

        show(review, draft, pack.file, name)
    return exit_code(review)


def _redacted(draft: Draft, reviewer: Reviewer, themes: list[str]) -> int:
    """The copy alone on standard output; what to know about it beside it."""
    from companion.redaction import WARNING, redact

    made = redact(draft, reviewer, themes)
    print(made.text)
    for left_out in made.not_checked:
        print(f"foreword: not checked: {left_out.what}: {left_out.why}", file=sys.stderr)
    print(f"foreword: {WARNING}", file=sys.stderr)
    return 0


def exit_code(review: Review) -> int:
    return 1 if any(finding.severity in LOUD for finding in review.findings) else 0


def _many(arguments: argparse.Namespace) -> int:
    from companion.cli.jsonl import answer_lines, reviewed_by

    return answer_lines(arguments, lambda: reviewed_by(loaded(reviewer_for(policy_in_use()))))


def loaded(reviewer: Reviewer) -> Reviewer:
    """A check that could not be started is named; the others go on."""
    reviewer.load()
    for state in reviewer.states:
        if state.state == "failed":
            print(f"foreword: the check “{state.name}” could not be started: {state.detail}", file=sys.stderr)
    return reviewer


def draft_text(arguments: argparse.Namespace) -> tuple[str, str]:
    """(what to call it, its text)."""
    if arguments.file is not None:
        return str(arguments.file), _decoded(_bytes_of(arguments.file), str(arguments.file))
    if arguments.text == "-":
        return "stdin", _decoded(sys.stdin.buffer.read(), "standard input")
    if arguments.text is None:
        raise BadDraft("Give a draft in quotation marks, - for standard input, or --file FILE.")
    return "draft", arguments.text


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(f"{path}: {error.strerror}.") from None


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise CannotRead(f"{name}:{line}: this line is not UTF-8; save the draft as UTF-8.") from None
