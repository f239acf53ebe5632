"""Errors on the wire: `application/problem+json` (RFC 9457), one shape for every route, never the draft."""

from __future__ import annotations

import json
import re

from companion.errors import ForewordError

MEDIA_TYPE = "application/problem+json"


def problem(error: ForewordError) -> bytes:
    """`type` names the kind of error for programs, `title` and `detail` tell a person what happened and what to do."""
    return json.dumps(
        {"type": type_of(type(error)), "title": error.title, "status": error.status, "detail": error.detail}
    ).encode()


def type_of(kind: type[ForewordError]) -> str:
    """`NotPaired` → `urn:foreword:not-paired`."""
    return "urn:foreword:" + re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()
