"""What the extension's sources promise: one door to the network, one to storage, one walk over a page's text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).parents[2] / "extension" / "src").rglob("*.ts"))


def using(pattern: str) -> list[str]:
    return [
        path.as_posix().rsplit("/src/", 1)[1]
        for path in SOURCES
        if not path.name.endswith((".test.ts", ".d.ts")) and re.search(pattern, path.read_text("utf-8"))
    ]


@pytest.mark.parametrize(
    ("what", "pattern", "where"),
    [
        (
            "network calls",
            r"\bfetch\(|XMLHttpRequest|WebSocket\(|EventSource\(|sendBeacon",
            ["background/companion.ts"],
        ),
        ("storage", r"\bchrome\.storage\b|\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b", ["settings.ts"]),
        ("a second way to read a page", r"\.innerText\b", []),
        ("markup from strings", r"\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write", []),
        ("code from strings", r"\beval\(|new Function\(", []),
        ("logs that could hold words", r"\bconsole\.(log|info|debug)\b|\bconsole\.\w+\([^)]*\berror\)", []),
    ],
)
def test_given_the_sources_then_only_these_files_use(what: str, pattern: str, where: list[str]) -> None:
    assert SOURCES, "no sources found"
    assert using(pattern) == where, what


def test_given_the_pages_then_nothing_is_loaded_from_elsewhere() -> None:
    static = Path(__file__).parents[2] / "extension" / "static"
    pages = [*static.glob("*.html"), *static.glob("*.css")]
    assert pages
    for page in pages:
        assert not re.search(r"(src|href)=[\"']https?:|@import|url\(\s*[\"']?https?:", page.read_text("utf-8")), (
            page.name
        )
