"""`foreword rules build`: transcript."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from companion.settings import settings
from tests.cli.conftest import Foreword


def test_given_a_pack_then_it_is_written_and_what_was_written_is_said(foreword: Foreword, tmp_path: Path) -> None:
    path = tmp_path / "new" / "rules.json"
    printed = foreword("rules", "build", "--out", str(path))
    version = json.loads(path.read_text("utf-8"))["version"]
    first, second, end = printed.out.split("\n")
    assert first == f"wrote {path}: 4 rules, 0 left to the companion; {version}"
    assert second.startswith(f"{path.stat().st_size:,} bytes, ")
    assert (printed.code, printed.err, end) == (0, "", "")


def test_given_a_pack_with_a_broken_rule_then_the_others_are_written_and_the_file_is_named(
    foreword: Foreword, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOREWORD_PACK", "mending")
    settings.cache_clear()
    printed = foreword("rules", "build", "--out", str(tmp_path / "rules.json"))
    assert printed.code == 1
    assert "mending/rules/tone/broken.yaml:8:1" in printed.out
    assert [rule["id"] for rule in json.loads((tmp_path / "rules.json").read_text("utf-8"))["rules"]] == ["tone/insult"]
