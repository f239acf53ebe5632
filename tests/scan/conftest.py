"""`foreword scan` with the small pack of tests/packs, on posts that are made up here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import environment, foreword, packs

__all__ = ["environment", "foreword", "packs"]  # the fixtures of tests/cli

POSTS = [
    {"id": "a", "text": "😀 What an idiot. Call 536-22-8147.", "created_at": "2024-05-01T10:00:00Z", "author": "Ida"},
    {"id": "b", "text": "A lovely day."},
    {"id": "c", "text": "Surely so, said the idiot.", "created_at": "2024-06-01T10:00:00Z", "surface": "comment"},
]


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    path = tmp_path / "posts.jsonl"
    path.write_text("".join(json.dumps(post) + "\n" for post in POSTS), "utf-8")
    return path


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """So many that several processes are worth it."""
    path = tmp_path / "many.jsonl"
    lines = (
        json.dumps({"id": n, "text": f"Post {n}: {'what an idiot' if n % 7 == 0 else 'all is well'}."})
        for n in range(300)
    )
    path.write_text("\n".join(lines), "utf-8")
    return path
