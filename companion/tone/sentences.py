"""Where a reading may be cut."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s)|\n")


def sentence_ends(text: str) -> frozenset[int]:
    """Offsets right after a sentence's last sign, white space after it not counted."""
    return frozenset(
        found.end() if found.group() != "\n" else len(text[: found.start()].rstrip()) for found in _END.finditer(text)
    )
