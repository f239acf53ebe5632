"""A scan on a terminal: how far it has come, and Ctrl+C as a person presses it, which every process there receives."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from tests.cli.conftest import Foreword

pty = pytest.importorskip("pty", reason="a terminal as Unix has it")

POSTS = 600


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    lines = (json.dumps({"id": n, "text": f"Post {n}: what an idiot, says number {n * 7}."}) for n in range(POSTS))
    (tmp_path / "posts.jsonl").write_text("\n".join(lines), "utf-8")
    return ["scan", str(tmp_path / "posts.jsonl"), "--workers", "2", "--out", str(tmp_path / "r.jsonl")]


@pytest.fixture
def started(foreword: Foreword, command: list[str]) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The scan, and the terminal that it is shown on."""
    terminal, theirs = pty.openpty()
    scan = subprocess.Popen(
        [sys.executable, "-m", "companion", *command],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=foreword.environment | {"TERM": "xterm", "COLUMNS": "140"},
        start_new_session=True,
        # What was started in the background has been told not to hear Ctrl+C, and would hand that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    os.close(theirs)
    yield scan, terminal
    os.close(terminal)


def test_given_a_scan_on_a_terminal_when_stopped_then_how_far_it_came_is_said_and_the_same_command_goes_on(
    foreword: Foreword, command: list[str], started: tuple[subprocess.Popen[bytes], int], tmp_path: Path
) -> None:
    scan, terminal = started
    shown = seen_until(terminal, lambda shown: re.search(r"[1-9][\d,]* items", shown))
    os.killpg(scan.pid, signal.SIGINT)
    shown += seen_until(terminal)
    assert scan.wait() == 130
    assert re.search(r"[1-9]\d* % [1-9]\d* items · (…|[\d,]+) a second · [1-9]\d* found \d:\d\d:\d\d left", shown)
    stopped = re.search(r"foreword: stopped; (\d+) items are done, and the same command goes on there\.", shown)
    assert stopped
    printed = foreword(*command)
    assert f"foreword: going on after {stopped[1]} items." in printed.err
    assert f"{POSTS} items checked" in printed.out
    ids = [json.loads(line).get("id") for line in (tmp_path / "r.jsonl").read_text("utf-8").splitlines()]
    assert ids == [*(str(n) for n in range(POSTS)), None]


def test_given_a_scan_whose_processes_are_still_starting_when_stopped_then_none_of_them_says_a_word(
    started: tuple[subprocess.Popen[bytes], int],
) -> None:
    scan, terminal = started
    workers = psutil.Process(scan.pid)
    seen_until(terminal, lambda _: any("spawn_main" in " ".join(one.cmdline()) for one in workers.children()))
    os.killpg(scan.pid, signal.SIGINT)
    shown = seen_until(terminal)
    assert scan.wait() == 130
    assert "foreword: stopped; 0 items are done, so the same command begins anew." in shown
    assert "Traceback" not in shown


def seen_until(terminal: int, is_enough: Callable[[str], object] = lambda _: False) -> str:
    """What the terminal shows so far, or to the end, without colors; it is drawn ten times a second."""
    shown = ""
    while not is_enough(shown):
        try:
            data = os.read(terminal, 1 << 16)
        except OSError:  # Linux says so when the last process has let go of it
            break
        if not data:
            break
        shown += re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", data.decode("utf-8", "replace"))
    return shown
