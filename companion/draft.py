"""A draft and what is known around it: the request of `POST /v1/check`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

Mode = Literal["personal", "official"]
Surface = Literal["post", "comment", "reply", "message", "email", "edit", "profile", "media", "live"]
Media = Literal["image", "video", "audio", "file"]
Employment = Literal["current", "ended"]

MODES: tuple[Mode, ...] = ("personal", "official")
SURFACES: tuple[Surface, ...] = ("post", "comment", "reply", "message", "email", "edit", "profile", "media", "live")

Host = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$")]


def without_lone_surrogates(text: str) -> str:
    """Replace each half of a broken surrogate pair by U+FFFD.

    JavaScript strings may hold halves; UTF-8, RE2 and the models cannot. Both are one UTF-16 unit long,
    so every offset stays where it was.
    """
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text) if not text.isascii() else text


class Context(BaseModel):
    """Where the draft is being written. Unknown values are refused by name, absent ones are null."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    mode: Mode = "personal"
    surface: Surface = "post"
    site: Host | None = None
    reply_to: str | None = None
    previous_text: str | None = None
    shared_text: str | None = None
    shared_author: str | None = None
    media: tuple[Media, ...] = ()
    profile_text: str | None = None
    acting_as: str | None = None
    employment: Employment | None = None
    pasted_text: str | None = None

    @field_validator(
        "reply_to", "previous_text", "shared_text", "shared_author", "profile_text", "acting_as", "pasted_text"
    )
    @classmethod
    def _mend(cls, value: str | None) -> str | None:
        return value if value is None else without_lone_surrogates(value)

    def __repr__(self) -> str:
        return f"Context(mode={self.mode!r}, surface={self.surface!r}, site={self.site!r}, …)"

    __str__ = __repr__


class Draft(BaseModel):
    """What is being written, at one revision. Its `repr` hides the text: a draft never reaches a log."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    draft_id: Annotated[str, StringConstraints(min_length=1, max_length=100)] = "draft"
    revision: Annotated[int, Field(ge=0, strict=True)] = 0
    text: Annotated[str, Field(strict=True)]
    context: Context = Context()

    @field_validator("text")
    @classmethod
    def _mend(cls, value: str) -> str:
        return without_lone_surrogates(value)

    def __repr__(self) -> str:
        return f"Draft(draft_id={self.draft_id!r}, revision={self.revision}, {len(self.text)} characters)"

    __str__ = __repr__

    def source(self, name: str) -> str:
        """The text a leaf's `in:` names; empty when there is none."""
        if name == "text":
            return self.text
        value: Any = getattr(self.context, name)
        return value or ""
