"""A part of a document that a command writes: between `<!-- NAME: … -->` and `<!-- end of NAME -->`."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def write_part(name: str, text: str, document: str = "performance.md") -> None:
    """Prints the text, and puts it in the place of what stood there."""
    print(text)
    path = DOCS / document
    before = path.read_text("utf-8")
    after, count = re.subn(
        rf"(<!-- {name}: .*? -->\n).*?(<!-- end of {name} -->)",
        lambda found: f"{found[1]}{text.rstrip()}\n{found[2]}",
        before,
        flags=re.DOTALL,
    )
    if count != 1:
        raise SystemExit(f"{path} has no part named {name}")
    path.write_text(after, "utf-8")
