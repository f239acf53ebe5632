"""Every package that is named somewhere is justified and licensed in docs/dependencies.md."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

from tests.benchmarks.dependencies import NODE, node_packages, python_packages
from tests.conventions.test_documents import ROOT, read

PROJECT = tomllib.loads(read("pyproject.toml"))["project"]


def named(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~ ]", each)[0] for each in requirements} - {"foreword"}


def test_given_what_the_project_asks_for_then_each_has_its_reason() -> None:
    extras = [each for extra in PROJECT["optional-dependencies"].values() for each in extra]
    page = read("docs/dependencies.md")
    missing = {name for name in named(PROJECT["dependencies"]) | named(extras) if f"`{name}`" not in page}
    assert missing == set()
    node = json.loads(read("extension/package.json"))
    assert {
        name for key in ("dependencies", "devDependencies") for name in node[key] if f"`{name}`" not in page
    } == set()


def test_given_the_lock_files_then_every_package_stands_on_the_page() -> None:
    page = read("docs/dependencies.md").partition("<!-- locked:")[2]
    locked = [*python_packages(), *(name for folder in NODE for name in node_packages(folder))]
    assert [name for name in locked if f"{name} (" not in page] == [], "run `make dependencies`"


@pytest.mark.parametrize("folder", NODE)
def test_given_a_node_lock_file_then_every_package_has_a_hash(folder: str) -> None:
    packages = json.loads((ROOT / folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert [
        path for path, about in packages.items() if path and not about.get("link") and "integrity" not in about
    ] == []
