"""What the documents say is what the product has."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from companion import __version__
from companion.settings import Settings

ROOT = Path(__file__).parents[2]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def manifest() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(read("extension/static/manifest.json"))
    return found


def test_given_the_manifest_then_every_permission_is_explained_and_no_other() -> None:
    keys = ("permissions", "host_permissions", "optional_host_permissions", "optional_permissions")
    asked = {permission for key in keys for permission in manifest().get(key, [])}
    explained = set(re.findall(r"^\| `([^`]+)`", read("docs/permissions.md"), re.MULTILINE))
    assert explained == asked


def test_given_the_three_versions_then_they_are_one() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    package = json.loads(read("extension/package.json"))["version"]
    newest = re.search(r"^## (\S+)", read("CHANGELOG.md"), re.MULTILINE)
    assert newest is not None
    assert {project, package, manifest()["version"], __version__, newest[1]} == {__version__}


def test_given_the_settings_then_each_is_documented_with_its_own_words() -> None:
    page = read("docs/administrators.md")
    for name, field in Settings.model_fields.items():
        assert f"`FOREWORD_{name.upper()}`" in page
        assert field.description is not None
        assert field.description in page


def test_given_the_documents_then_every_relative_link_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "shared_rules").rglob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert broken == []


def test_given_the_locked_packages_then_none_names_a_place_to_fetch_from() -> None:
    for name in ("constraints.txt", "extension/package-lock.json", "tests/browser/editors/package-lock.json"):
        assert not re.search(r"https?://(?!registry\.npmjs\.org/)[^\"\s]*\.(tgz|whl|tar\.gz)", read(name)), name


def test_given_the_makefile_then_it_has_the_documented_targets() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    assert {"run", "test", "lint", "bench", "package", "clean", "help"} <= targets
