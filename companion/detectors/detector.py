"""What every detector is."""

from __future__ import annotations

from typing import Protocol

from companion.draft import Draft
from companion.finding import Finding


class Detector(Protocol):
    """`load` may take seconds and runs in the background; `detect` is called only after it returned."""

    name: str

    def load(self) -> None:
        """Get ready; raises when that is not possible."""

    def detect(self, draft: Draft) -> list[Finding]:
        """Findings with spans in code points. Raises rather than returning [] for a failure."""
