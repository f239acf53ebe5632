"""Everything that can go wrong on purpose, as one tree.

    ForewordError                 said to a person: what happened and what to do; never the draft
    ├── NotJson                   the request, or a line of a file, is not JSON (HTTP 400)
    ├── BadDraft                  JSON, but not the fields that are wanted (HTTP 422)
    ├── NotPaired                 no token, or one no longer known (HTTP 401)
    ├── PairingRefused            a code that is wrong, used or expired (HTTP 403)
    ├── PairingFileBroken         the pairing file cannot be read or written
    ├── Refused                   a guard said no (HTTP 403, 404, 405, 408, 413, 415, 421, 429, 503)
    ├── RuleError                 a rule, lexicon or pack file, with file, line and column
    ├── CannotRead                a draft's file cannot be read
    ├── CannotWrite               a report cannot be written
    ├── ListUnusable              one confidential list is damaged, or of another key or format
    ├── KeyUnusable               the key of the confidential lists cannot be read
    ├── Superseded                nobody waits for this check any more (HTTP 409)
    ├── ToneModelError            the tone model's files are missing, damaged or of another version
    ├── CannotFetch               a model's file does not come, or cannot be kept
    ├── ModelUnusable             a fetched model is incomplete, changed or of another kind
    ├── NotReady                  what this needs is still starting, or could not be started (HTTP 503)
    ├── CannotBuild               the extension or a package cannot be built here
    ├── PortTaken                 something else listens on our port
    └── ServerFault               a mistake of our own, named by its kind only (HTTP 500)

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


class NotJson(ForewordError):
    status = 400
    title = "This is not JSON"


class BadDraft(ForewordError):
    status = 422
    title = "Foreword cannot read these fields"


class NotPaired(ForewordError):
    status = 401
    title = "Not paired"


class PairingRefused(ForewordError):
    status = 403
    title = "This code does not pair"


class PairingFileBroken(ForewordError):
    title = "The pairing file cannot be used"


class Refused(ForewordError):
    title = "Refused"

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status


class CannotRead(ForewordError):
    title = "The file cannot be read"


class CannotWrite(ForewordError):
    title = "The report cannot be written"


class ListUnusable(ForewordError):
    """`name` is the list's; the others go on without it."""

    title = "A confidential list cannot be used"

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"The list “{name}”: {why}.")
        self.name = name


class KeyUnusable(ForewordError):
    title = "The key of the confidential lists cannot be used"


class Superseded(ForewordError):
    status = 409
    title = "A newer revision is being checked"


class ToneModelError(ForewordError):
    title = "The tone model cannot be used"


class CannotFetch(ForewordError):
    title = "The model cannot be fetched"


class ModelUnusable(ForewordError):
    """`name` is the model's."""

    title = "This model cannot be used"

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"The model “{name}”: {why}.")
        self.name = name


class NotReady(ForewordError):
    status = 503
    title = "Not ready yet"


class CannotBuild(ForewordError):
    title = "This cannot be built here"


class PortTaken(ForewordError):
    title = "The port is taken"


class ServerFault(ForewordError):
    title = "Foreword made a mistake"


@dataclass(frozen=True)
class Place:
    """Where in a data file: 1-based line and column, as editors count."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class RuleError(ForewordError):
    """A data file cannot be used: `city/rules/tone/threat.yaml:7:5: …`."""

    title = "A rule file needs mending"

    def __init__(self, place: Place, detail: str) -> None:
        super().__init__(f"{place}: {detail}")
        self.place = place
        self.message = detail
