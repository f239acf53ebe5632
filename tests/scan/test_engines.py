"""The same bytes, whoever checks: this process, others, a cluster; also when one of them dies midway."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import psutil
import pytest

from companion.draft import Context
from companion.errors import NotReady
from companion.scan.checking import Asked, Checked
from companion.scan.dask_engine import Dask
from companion.scan.engines import GAVE_UP, Engine, Here, Processes
from companion.scan.item import Item
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


class Deadly(Item):
    """Ends the process that receives it, as an item that makes a model crash would."""

    def __reduce__(self) -> tuple[Callable[[int], NoReturn], tuple[int]]:
        return os._exit, (1,)


@pytest.mark.usefixtures("foreword")
def test_given_an_item_that_ends_every_process_then_it_is_named_and_the_others_are_checked() -> None:
    def part(*items: Item) -> list[Item]:
        return list(items)

    good, deadly = Item("s", "line 1", "idiot", Context()), Deadly("s", "line 2", "idiot", Context())
    first, second, third = Processes(1).check([part(good), part(good, deadly, good), part(good)], Asked())
    assert [result["kind"] for result in second.results] == ["item", "unread", "item"]
    assert (second.results[1]["where"], second.results[1]["error"]) == ("line 2", GAVE_UP)
    assert (second.entries, second.items) == (3, 3)
    assert first.results == third.results == [second.results[0]]


@pytest.mark.usefixtures("foreword")
def test_given_a_scheduler_that_does_not_answer_then_it_is_said(monkeypatch: pytest.MonkeyPatch, many: Path) -> None:
    monkeypatch.setattr("companion.scan.dask_engine._WAIT_SECONDS", 1)
    with pytest.raises(NotReady, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9\."):
        list(checked(Dask(1, "tcp://127.0.0.1:9"), many))


@pytest.mark.usefixtures("foreword")
def test_given_no_dask_then_how_to_get_it_is_said(monkeypatch: pytest.MonkeyPatch, many: Path) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NotReady, match=r"pip install 'foreword\[dask\]'"):
        list(checked(Dask(1), many))


@pytest.mark.usefixtures("foreword")
def test_given_a_worker_with_another_policy_then_it_refuses(many: Path) -> None:
    entries = read_all([str(many)], Frame("", LIMITS), None, Read())
    with pytest.raises(NotReady, match="Give it the same rules"):
        list(Here().check([list(entries)], Asked(policy="another")))


def test_given_several_processes_then_the_command_writes_the_same_bytes(
    foreword: Foreword, many: Path, tmp_path: Path
) -> None:
    for workers in ("1", "3"):
        foreword("scan", str(many), "--workers", workers, "--out", str(tmp_path / f"{workers}.jsonl"))
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "3.jsonl").read_bytes()
