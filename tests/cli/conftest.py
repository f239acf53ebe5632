"""The `foreword` command with the small pack of tests/packs: what it prints and how it ends."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from companion.cli import main
from companion.settings import rules_folder, settings
from tests.running import PACKS


@dataclass(frozen=True)
class Printed:
    code: int
    out: str
    err: str


class Foreword:
    """Runs a command in this process; `environment` is what a process of its own would be given."""

    def __init__(self, environment: dict[str, str], capfd: pytest.CaptureFixture[str]) -> None:
        self.environment = environment
        self._capfd = capfd

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Printed:
        self._capfd.readouterr()
        before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(stdin))
        try:
            code = main(arguments)
        except SystemExit as stopped:  # argparse
            code = int(stopped.code or 0)
        finally:
            sys.stdin = before
        said = self._capfd.readouterr()
        return Printed(code, said.out, said.err)


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A rules folder as an administrator would lay it out: packs, sites, and the folding table."""
    table = rules_folder() / "folding.yaml"
    folder = shutil.copytree(PACKS, tmp_path_factory.mktemp("rules") / "packs")
    shutil.copy(table, folder)
    return folder


@pytest.fixture
def environment(packs: Path, tmp_path: Path) -> dict[str, str]:
    chosen = {"FOREWORD_RULES": str(packs), "FOREWORD_PACK": "harbor", "FOREWORD_STATE": str(tmp_path / "state")}
    plain = {"NO_COLOR": "1", "COLUMNS": "80", "PYTHONUTF8": "1"}
    return {**{k: v for k, v in os.environ.items() if not k.startswith("FOREWORD_")}, **chosen, **plain}


@pytest.fixture
def foreword(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Iterator[Foreword]:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    yield Foreword(environment, capfd)
    settings.cache_clear()
