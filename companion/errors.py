"""Everything that can go wrong on purpose, as one tree.

    ForewordError                 said to a person: what happened and what to do; never the draft
    ├── BadDraft                  the request cannot be read as a draft (HTTP 422)
    ├── NotPaired                 no token, or one no longer known (HTTP 401)
    ├── Refused                   a guard said no (HTTP 403, 405, 413, 415, 421, 429)
    ├── RuleError                 a rule, lexicon or pack file, with file, line and column
    └── PortTaken                 something else listens on our port

Foreign errors are translated at the boundary where they occur; `app.py` turns this tree into problem+json.
"""

from __future__ import annotations

from dataclasses import dataclass


class ForewordError(Exception):
    """Base of all errors that are shown to a person as they stand."""

    status = 500
    title = "Foreword could not do this"

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class BadDraft(ForewordError):
    status = 422
    title = "This is not a draft Foreword can read"


class NotPaired(ForewordError):
    status = 401
    title = "Not paired"


class Refused(ForewordError):
    title = "Refused"

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status


class PortTaken(ForewordError):
    title = "The port is taken"


@dataclass(frozen=True)
class Place:
    """Where in a data file: 1-based line and column, as editors count."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class RuleError(ForewordError):
    """A data file cannot be used: `smyrna/rules/tone/threat.yaml:7:5: …`."""

    title = "A rule file needs mending"

    def __init__(self, place: Place, detail: str) -> None:
        super().__init__(f"{place}: {detail}")
        self.place = place
        self.message = detail
