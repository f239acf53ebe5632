"""A draft as one line of a file gives it: `{"id", "text", "mode", "surface", "site", "context"}`."""

from __future__ import annotations

from typing import Any

from companion.draft import Context, Draft
from companion.errors import BadDraft
from companion.json_input import as_model, parsed

_CONTEXT_FIELDS = ("mode", "surface", "site")


def object_of(line: bytes) -> dict[str, Any]:
    """Raises NotJson or BadDraft."""
    given = parsed(line.strip())
    if not isinstance(given, dict):
        raise BadDraft("The line must be a JSON object.")
    return given


def name_of(given: dict[str, Any]) -> str | int | float | None:
    """The caller's own name for a line, as it came."""
    name = given.get("id")
    if isinstance(name, bool) or not isinstance(name, str | int | float | None):
        raise BadDraft("“id” must be text or a number.")
    return name


def draft_of(given: dict[str, Any]) -> Draft:
    """Fields that no command knows are left alone; those of `context` must be known."""
    around = given.get("context") or {}
    if not isinstance(around, dict):
        raise BadDraft("“context” must be a JSON object.")
    own = {key: given[key] for key in _CONTEXT_FIELDS if given.get(key) is not None}
    if "text" not in given:
        raise BadDraft("“text” is missing.")
    return as_model(Draft, {"text": given["text"], "context": as_model(Context, {**around, **own})})
