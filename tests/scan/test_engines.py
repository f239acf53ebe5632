"""The same bytes, whoever checks: this process, others, a cluster; also when one of them dies midway."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from companion.scan.checking import Asked, Checked
from companion.scan.dask_engine import Dask
from companion.scan.engines import Engine, Here, Processes
from companion.scan.limits import Limits
from companion.scan.read import Read, read_all
from companion.scan.reading.frame import Frame
from companion.scan.run import checked_parts
from tests.cli.conftest import Foreword

LIMITS = Limits(unpacked_bytes=1_000_000, record_bytes=100_000)


def checked(engine: Engine, path: Path) -> Iterator[Checked]:
    return checked_parts(read_all([str(path)], Frame("", LIMITS), None, Read()), engine, Asked())


def as_text(parts: Iterator[Checked]) -> str:
    return "\n".join(json.dumps(result) for part in parts for result in part.results)


def a_worker() -> psutil.Process:
    """One of the processes that check, started by this one or by one of its own."""
    children = psutil.Process().children(recursive=True)
    return next(child for child in children if any("spawn_main" in word for word in child.cmdline()))


@pytest.mark.usefixtures("foreword")
def test_given_two_processes_one_killed_midway_then_the_same_bytes_as_from_one(many: Path) -> None:
    alone = as_text(checked(Here(), many))
    parts = checked(Processes(2), many)
    first = next(parts)
    a_worker().kill()
    assert as_text(iter([first, *parts])) == alone
    assert alone.count("tone/insult") == 43


@pytest.mark.usefixtures("foreword")
def test_given_a_cluster_of_two_workers_one_killed_midway_then_the_same_bytes(many: Path) -> None:
    alone = as_text(checked(Here(), many))
    parts = checked(Dask(2), many)
    first = next(parts)
    a_worker().kill()
    assert as_text(iter([first, *parts])) == alone


def test_given_several_processes_then_the_command_writes_the_same_bytes(
    foreword: Foreword, many: Path, tmp_path: Path
) -> None:
    for workers in ("1", "3"):
        foreword("scan", str(many), "--workers", workers, "--out", str(tmp_path / f"{workers}.jsonl"))
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "3.jsonl").read_bytes()
