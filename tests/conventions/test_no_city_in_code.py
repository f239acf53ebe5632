"""The policy is data: no source file knows which city it serves."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = [
    *(ROOT / "companion").rglob("*.py"),
    *(ROOT / "companion" / "try_page").glob("*.*"),
    *(path for path in (ROOT / "extension" / "src").rglob("*.ts")),
]
# Which pack is in use when nobody chose one: Foreword comes with one city's policy.
DEFAULT = 'pack: str = Field("smyrna"'


def test_given_the_sources_then_the_city_is_named_by_the_default_setting_alone() -> None:
    named = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search("smyrna", line, re.IGNORECASE) and DEFAULT not in line
    ]
    assert named == [], "a city's name belongs into its pack; in a comment, say “the city”"
    assert len(SOURCES) > 100
