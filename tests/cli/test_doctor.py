"""`foreword doctor`: what it says of a sound and of a broken installation, and that its trial would see a leak."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from companion.doctor.processes import sockets, written_files
from companion.pairing import PairingBook
from companion.settings import settings
from tests.browser.companion_process import Companion
from tests.cli.conftest import Foreword
from tests.running import EXTENSION


@pytest.fixture
def paired(environment: dict[str, str]) -> Path:
    folder = Path(environment["FOREWORD_STATE"])
    book = PairingBook(folder)
    book.exchange(book.new_code("command"), "Foreword in Chromium", EXTENSION)
    return folder


def test_given_nothing_wrong_then_it_says_what_is_there_and_what_is_not_yet(foreword: Foreword, paired: Path) -> None:
    printed = foreword("doctor")
    assert printed.code == 0
    assert "ok      policy: Town of Harbor, policy for tests, 4 rules" in printed.out
    assert re.search(r"ok      paired: Foreword in Chromium, since \d{4}-\d\d-\d\d\.", printed.out)
    assert f"ok      state folder: {paired}, readable by you only." in printed.out
    assert printed.out.endswith("Everything is in order.\n")


def test_given_a_state_folder_that_others_may_read_then_the_file_and_the_remedy_are_named(
    foreword: Foreword, paired: Path
) -> None:
    (paired / "pairing.json").chmod(0o644)
    printed = foreword("doctor")
    assert printed.code == 1
    assert f"PROBLEM state folder: Others on this computer may read {paired / 'pairing.json'}" in printed.out


def test_given_a_damaged_pairing_file_then_the_rest_is_still_looked_at(foreword: Foreword, paired: Path) -> None:
    (paired / "pairing.json").write_text("{", "utf-8")
    printed = foreword("doctor")
    assert printed.code == 1
    assert "PROBLEM pairings: " in printed.out
    assert "ok      state folder" in printed.out


def test_given_another_program_on_the_port_then_it_is_named(
    foreword: Foreword, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = (
        "import http.server; s = http.server.HTTPServer(('127.0.0.1', 0), None);"
        "print(s.server_port, flush=True); s.serve_forever()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        monkeypatch.setenv("FOREWORD_PORT", other.stdout.readline().strip())
        settings.cache_clear()
        printed = foreword("doctor")
        other.kill()
    assert printed.code == 1
    assert "PROBLEM companion: Another program (python" in printed.out


def test_given_privacy_then_the_running_companion_and_a_trial_are_shown(
    foreword: Foreword, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = Companion(tmp_path / "running").start()
    monkeypatch.setenv("FOREWORD_PORT", str(running.port))
    settings.cache_clear()
    try:
        printed = foreword("doctor", "--privacy")
    finally:
        running.stop()
    assert printed.code == 0, printed.out
    assert f"Sockets of the running companion (process {running_pid(printed.out)})" in printed.out
    assert f"  127.0.0.1:{running.port} listens\n" in printed.out
    assert "ok      network: Every socket is of this computer only (127.0.0.1)." in printed.out
    assert "ok      crashes: A crash writes no core dump." in printed.out
    assert "20 drafts with a made-up word were checked" in printed.out
    assert "ok      drafts: No file holds a word of them." in printed.out
    assert "permissions: storage, scripting, activeTab" in printed.out


def running_pid(said: str) -> str:
    found = re.search(r"process (\d+)", said)
    assert found is not None
    return found[1]


def test_given_a_socket_to_elsewhere_and_an_open_file_then_both_are_seen(tmp_path: Path) -> None:
    """What the trial would show if there were a leak."""
    me = psutil.Process(os.getpid())
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as leaving, (tmp_path / "draft.txt").open("w"):
        leaving.bind(("0.0.0.0", 0))  # noqa: S104
        assert any(seen.leaves for seen in sockets(me))
        assert str(tmp_path / "draft.txt") in written_files(me)
