"""What comes back: the response of `POST /v1/check`, in the words of docs/api.md.

Inside the companion spans count code points; `Review.in_utf16` is applied once, at the edge.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from companion.offsets import Utf16

Severity = Literal["info", "advice", "warning", "serious"]
Hold = Literal["sentence"]
SEVERITIES: tuple[Severity, ...] = ("info", "advice", "warning", "serious")


def theme_of(rule_id: str) -> str:
    """`personal-data` of `personal-data/us-ssn`."""
    return rule_id.partition("/")[0]


class Fix(BaseModel):
    """Replace [start, end) by `replacement`; an insertion has start == end."""

    model_config = ConfigDict(frozen=True)

    label: str
    start: int
    end: int
    replacement: str


class Finding(BaseModel):
    """One piece of advice. `start` and `end` are both null when it is about the whole text."""

    model_config = ConfigDict(frozen=True)

    id: str
    rule: str
    clause: tuple[str, ...]
    severity: Severity
    confidence: float
    start: int | None
    end: int | None
    title: str
    message: str
    why: str
    fixes: tuple[Fix, ...] = ()
    contacts: tuple[str, ...] = ()
    detector: str
    hold: Hold | None = None  # when to show it: not before the sentence is finished
    citizen: str | None = None  # a line for what the person may say as a citizen

    def __repr__(self) -> str:
        return f"Finding({self.rule!r}, {self.start}-{self.end}, {self.severity})"

    __str__ = __repr__


class NotChecked(BaseModel):
    """What was left out of a check, and why, in words for the writer."""

    model_config = ConfigDict(frozen=True)

    what: str
    why: str


class Review(BaseModel):
    """The answer to one draft at one revision. `complete` only when nothing was left out."""

    model_config = ConfigDict(frozen=True)

    draft_id: str
    revision: int
    status: Literal["complete", "partial"]
    not_checked: tuple[NotChecked, ...] = ()
    findings: tuple[Finding, ...] = ()

    def in_utf16(self, text: str) -> Review:
        """The same review with every span counted in UTF-16 units of `text`."""
        at = Utf16(text).from_code_point
        return self.model_copy(update={"findings": tuple(_moved(finding, at) for finding in self.findings)})


def _moved(finding: Finding, at: Utf16.Converter) -> Finding:
    fixes = tuple(fix.model_copy(update={"start": at(fix.start), "end": at(fix.end)}) for fix in finding.fixes)
    if finding.start is None or finding.end is None:
        return finding.model_copy(update={"fixes": fixes})
    return finding.model_copy(update={"start": at(finding.start), "end": at(finding.end), "fixes": fixes})
