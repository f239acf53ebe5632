"""What the routes take and give beside drafts and reviews; docs/api.md describes it, the OpenAPI text is made of it."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator
from pydantic.config import JsonDict

from companion.draft import Context, Surface, without_lone_surrogates
from companion.finding import Finding, NotChecked

MAX_ITEMS = 200
"""Of one request of `POST /v1/scan`; whoever has more asks again, and could stop in between."""

ClientName = Annotated[str, StringConstraints(pattern=r"^[\p{L}\p{N}][\p{L}\p{N} .,()'’-]{0,59}$")]


class Request(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Nothing(Request):
    """`{}`"""


class HelloRequest(Request):
    """`nonce`: random, new for each question."""

    nonce: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]


class PairRequest(Request):
    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
    client: ClientName


class UnpairRequest(Request):
    """`{}` ends the pairing of the asking client; the companion's own page may name another."""

    id: str | None = None


class ScanItem(Request):
    """A text that stands on a page already: a post, a comment, a bio, a caption."""

    LONGEST_ID: ClassVar[int] = 100

    item_id: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_ID)]
    text: Annotated[str, Field(strict=True)]
    context: Context = Context()

    @field_validator("text")
    @classmethod
    def _mend(cls, value: str) -> str:
        return without_lone_surrogates(value)

    def __repr__(self) -> str:
        return f"ScanItem({len(self.text)} characters)"

    __str__ = __repr__


_ITEMS: Final[JsonDict] = {"items": {"$ref": "#/components/schemas/ScanItem"}}


class ScanRequest(Request):
    """Items are read one by one, when their turn comes: a wrong one is answered in its place."""

    scan_id: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    items: Annotated[list[Any], Field(max_length=MAX_ITEMS, json_schema_extra=_ITEMS)]

    def __repr__(self) -> str:
        return f"ScanRequest({len(self.items)} items)"

    __str__ = __repr__


class ScanLine(BaseModel):
    """One line of the answer of `POST /v1/scan`; which fields it has depends on `kind`, see docs/api.md."""

    kind: Literal["item", "progress", "end"]
    item_id: str | None = None
    status: Literal["complete", "partial"] | None = None
    not_checked: tuple[NotChecked, ...] | None = None
    findings: tuple[Finding, ...] | None = None
    error: str | None = None
    done: int | None = None
    of: int | None = None


class Token(BaseModel):
    token: str


class Hello(BaseModel):
    """`api`: the contract's number. `proofs`: pairing.py says of what."""

    api: int
    proofs: list[str]


class PairingCode(BaseModel):
    code: str


class PairedClient(BaseModel):
    id: str
    name: str
    since: str
    is_this: bool


class PairedClients(BaseModel):
    clients: list[PairedClient]


class DetectorStatus(BaseModel):
    name: str
    state: Literal["loading", "ready", "failed"]
    detail: str


class SetAside(BaseModel):
    file: str
    line: int
    column: int
    message: str


class PackStatus(BaseModel):
    id: str
    title: str
    version: str
    rules: int
    set_aside: list[SetAside]


class LimitsStatus(BaseModel):
    max_characters: int


class Status(BaseModel):
    version: str
    api: int
    ready: bool
    detectors: list[DetectorStatus]
    packs: list[PackStatus]
    limits: LimitsStatus


class Redacted(BaseModel):
    """The answer of `POST /v1/redact`: a copy in which what was recognised is replaced, and what was not looked at."""

    draft_id: str
    revision: int
    text: str
    placeholders: tuple[str, ...]
    not_checked: tuple[NotChecked, ...]


class ClauseText(BaseModel):
    title: str
    text: str


class ContactText(BaseModel):
    name: str
    how: str


class DisclaimerTexts(BaseModel):
    full: str
    short: str


class PolicyPack(BaseModel):
    id: str
    title: str
    version: str
    clauses: dict[str, ClauseText]
    contacts: dict[str, ContactText]
    disclaimers: DisclaimerTexts
    rules: list[dict[str, Any]]


class SurfaceOfSite(BaseModel):
    surface: Surface
    limit: int | None


class SiteOfPolicy(BaseModel):
    id: str
    title: str
    surfaces: list[SurfaceOfSite]


class Policy(BaseModel):
    version: str
    packs: list[PolicyPack]
    sites: list[SiteOfPolicy]


class Problem(BaseModel):
    """Every error of every route, as `application/problem+json`."""

    type: str
    title: str
    status: int
    detail: str
