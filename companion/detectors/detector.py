"""What every detector is."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from companion.draft import Draft
from companion.finding import Finding
from companion.rules.evaluate import Entity


class Detector(Protocol):
    """`load` may take seconds and runs in the background; `detect` is called only after it returned."""

    name: str

    def load(self) -> None:
        """Get ready; raises when that is not possible."""

    def detect(self, draft: Draft) -> list[Finding]:
        """Findings with spans in code points. Raises rather than returning [] for a failure."""


@runtime_checkable
class LeavesOut(Protocol):
    """A detector that is ready, but not with all it should look at."""

    def left_out(self) -> tuple[str, ...]:
        """What is not looked at and why, in words for the writer; none when all is."""


@runtime_checkable
class SeesPrivateParts(Protocol):
    """A detector that can say which words are private, before any rule judges them."""

    def entities(self, text: str) -> tuple[Entity, ...]:
        """In the text's order; spans count code points."""
