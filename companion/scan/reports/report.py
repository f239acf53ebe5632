"""What every report is, and what is said about the scan as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from companion.rules.model import PackFile
from companion.scan.checking import Result
from companion.scan.summary import Summary


@dataclass(frozen=True)
class About:
    """Known before the first result."""

    pack: PackFile
    policy: str
    """The version of the pack."""
    named: tuple[str, ...]
    """What was named on the command line."""
    date: str
    mode: str
    redacted: bool = False
    since: str | None = None
    formats: Mapping[str, int] = field(default_factory=dict)
    """In how many sources each; filled while they are opened."""


class Report(Protocol):
    def add(self, result: Result) -> None:
        """In the order of the entries."""

    def end(self, summary: Summary) -> None:
        """Nothing comes after it."""
