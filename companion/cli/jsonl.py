"""`foreword check --jsonl`: one object a line in, one a line out, in order, each as soon as it is done."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from companion.draft import Context, Draft
from companion.errors import BadDraft, ForewordError
from companion.json_input import as_model, parsed
from companion.review import Reviewer

_CONTEXT_FIELDS = ("mode", "surface", "site")


def check_lines(lines: Iterable[bytes], reviewer: Reviewer) -> int:
    """1 when a line could not be read; the others are done all the same."""
    code = 0
    for line in lines:
        if not line.strip():
            continue
        answer = _answer(line, reviewer)
        if "error" in answer:
            code = 1
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    return code


def _answer(line: bytes, reviewer: Reviewer) -> dict[str, Any]:
    named: dict[str, Any] = {}
    try:
        given = parsed(line.strip())
        if not isinstance(given, dict):
            raise BadDraft("The line must be a JSON object.")
        if given.get("id") is not None:
            named = {"id": _name_of(given["id"])}
        draft = _draft(given)
    except ForewordError as error:
        return named | {"error": error.detail}
    review = reviewer.review(draft).in_utf16(draft.text).model_dump(mode="json")
    kept = ("status", "not_checked", "findings") if review["not_checked"] else ("status", "findings")
    return named | {key: review[key] for key in kept}


def _name_of(given: Any) -> str | int | float:
    """The caller's own name for a line: given back as it came."""
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        raise BadDraft("“id” must be text or a number.")
    return given


def _draft(given: dict[str, Any]) -> Draft:
    """Fields this command does not know are left alone; those of `context` must be known."""
    around = given.get("context") or {}
    if not isinstance(around, dict):
        raise BadDraft("“context” must be a JSON object.")
    own = {key: given[key] for key in _CONTEXT_FIELDS if given.get(key) is not None}
    if "text" not in given:
        raise BadDraft("“text” is missing.")
    return as_model(Draft, {"text": given["text"], "context": as_model(Context, {**around, **own})})
