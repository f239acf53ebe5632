"""`foreword run` makes the extension ready: when it is built anew, and what is said when it cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from companion.cli.extension_build import build, is_stale, rules_of
from companion.errors import CannotBuild


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in (
        "extension/src/a.ts",
        "extension/static/a.html",
        "shared_rules/sites/a.yaml",
        "shared_rules/rules/a.yaml",
        "extension/build.mjs",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    (tmp_path / "extension" / "package-lock.json").write_text("{}", "utf-8")
    rules_of(tmp_path / "extension").parent.mkdir()
    rules_of(tmp_path / "extension").write_text('{"pack": "smyrna"}', "utf-8")
    return tmp_path / "extension"


def built(checkout: Path) -> Path:
    manifest = checkout / "dist" / "manifest.json"
    manifest.parent.mkdir(exist_ok=True)
    manifest.write_text("{}", "utf-8")
    newest = max(path.stat().st_mtime for path in checkout.parent.rglob("*") if path.is_file())
    os.utime(manifest, (newest + 1, newest + 1))
    return manifest


def test_given_no_build_then_it_is_stale(checkout: Path) -> None:
    assert is_stale(checkout)


def test_given_a_build_with_another_citys_rules_then_it_is_stale(checkout: Path) -> None:
    built(checkout)
    rules_of(checkout).write_text('{"pack": "harbor"}', "utf-8")
    assert is_stale(checkout)


@pytest.mark.parametrize(
    "source",
    [
        "src/a.ts",
        "static/a.html",
        "../shared_rules/sites/a.yaml",
        "../shared_rules/rules/a.yaml",
        "build.mjs",
        "package-lock.json",
    ],
)
def test_given_a_build_then_it_is_stale_when_a_source_is_newer(checkout: Path, source: str) -> None:
    manifest = built(checkout)
    assert not is_stale(checkout)
    later = manifest.stat().st_mtime + 1
    os.utime(checkout / source, (later, later))
    assert is_stale(checkout)


def test_given_no_node_then_what_to_install_is_said(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(checkout))
    with pytest.raises(CannotBuild, match=r"needs Node\.js 20 or newer"):
        build(checkout, lambda _: None)


def test_given_a_build_that_fails_then_that_is_said(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm = checkout / "npm"
    npm.write_text("#!/bin/sh\nexit 3\n", "utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", str(checkout))
    said: list[str] = []
    with pytest.raises(CannotBuild, match="`npm ci` failed"):
        build(checkout, said.append)
    assert said == ["Fetching what the extension is built with…"]
