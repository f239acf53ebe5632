"""What breaks under the companion: memory, disk and clock. Checks go on, and what did not run is named."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from companion.draft import Draft
from companion.finding import Finding
from companion.pairing import PairingBook
from tests.running import EXTENSION, running

ROOT = Path(__file__).parents[2]


class OutOfMemory:
    name = "hungry"

    def load(self) -> None:
        pass

    def detect(self, draft: Draft) -> list[Finding]:
        raise MemoryError(draft.text)


class OutOfMemoryAtStart(OutOfMemory):
    def load(self) -> None:
        raise MemoryError


@pytest.mark.parametrize("kind", [OutOfMemory, OutOfMemoryAtStart])
def test_given_no_memory_for_one_check_then_the_others_answer_and_it_is_named(
    tmp_path: Path, kind: type[OutOfMemory]
) -> None:
    with running(tmp_path, more=[kind()]) as server:
        review = server.check("idiot canary").json
    assert [finding["rule"] for finding in review["findings"]] == ["tone/insult"]
    assert [gap["what"] for gap in review["not_checked"]] == ["hungry"]


def test_given_a_full_disk_then_pairing_says_so_and_what_is_paired_stays_paired(tmp_path: Path) -> None:
    with running(tmp_path) as server:
        before = server.check("idiot")
        done = subprocess.run(
            [sys.executable, "-m", "companion", "pair"],
            env={"FOREWORD_STATE": str(tmp_path), "PYTHONPATH": str(ROOT), "PATH": ""},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
            capture_output=True,
            text=True,
            check=False,
        )
        after = server.check("idiot")
    assert done.returncode == 1
    assert done.stderr.startswith(f"foreword: {tmp_path / 'pairing.json'}: ")
    assert "make room on the disk" in done.stderr, "nothing is to be deleted: the file is as it was"
    assert "Traceback" not in done.stderr
    assert (before.status, after.status) == (200, 200)
    assert not list(tmp_path.glob("pairing.json?*")), "a half-written file was left"


def test_given_the_clock_jumps_then_tokens_hold_and_checks_go_on(tmp_path: Path) -> None:
    now = [1_700_000_000.0]
    book = PairingBook(tmp_path, lambda: now[0])
    token = book.exchange(book.new_code("command"), "Foreword", EXTENSION)
    for jump in (-(10**9), 10**9):
        now[0] += jump
        assert book.client_of(token) is not None
        assert book.exchange(book.new_code("command"), "Another", EXTENSION)
