"""`foreword check --jsonl`: one object a line in, one a line out, in order, each as soon as it is done."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from companion.draft_line import draft_of, name_of, object_of
from companion.errors import ForewordError
from companion.review import Reviewer


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
        given = object_of(line)
        named = {} if (name := name_of(given)) is None else {"id": name}
        draft = draft_of(given)
    except ForewordError as error:
        return named | {"error": error.detail}
    review = reviewer.review(draft).in_utf16(draft.text).model_dump(mode="json")
    kept = ("status", "not_checked", "findings") if review["not_checked"] else ("status", "findings")
    return named | {key: review[key] for key in kept}
