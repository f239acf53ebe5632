"""What was looked at, how it stands, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Standing = Literal["ok", "note", "problem"]


@dataclass(frozen=True)
class Remark:
    standing: Standing
    what: str
    said: str
