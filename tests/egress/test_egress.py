"""Nothing leaves this computer, and no draft stays on it: a writer's day in a network of its own, then searched."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.egress.enclosure import enclosed, sent_bytes, why_not

ROOT = Path(__file__).parents[2]
# Chromium itself keeps what a page's own fields hold, to restore the tab after a crash: with and without Foreword.
OF_THE_BROWSER_ITSELF = ("profile/Default/Sessions/",)

NOBODYS = "not an origin"  # Chromium's network log: started by the browser, for no page and no extension
OF_CHROMIUM = (
    *("accounts.google.com", "update.googleapis.com", "clients2.google.com", "redirector.gvt1.com"),
    *("content-autofill.googleapis.com", "optimizationguide-pa.googleapis.com"),
)

Record = Callable[[str, object], None]


@dataclass(frozen=True)
class Day:
    """What a day left behind."""

    folder: Path
    canary: str
    said: str

    def files(self) -> Iterator[Path]:
        return (path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink())

    def holding(self, words: str) -> list[str]:
        wanted = (words.encode(), words.encode("utf-16-le"))
        return [
            path.relative_to(self.folder).as_posix()
            for path in self.files()
            if any(each in path.read_bytes() for each in wanted)
        ]


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    folder = tmp_path_factory.mktemp("computer")
    if why := why_not(folder):
        pytest.skip(why)
    for name in ("home", "tmp"):
        (folder / name).mkdir()
    canary = "Quokka" + secrets.token_hex(6)
    home = {
        **{"HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"), "XDG_RUNTIME_DIR": str(folder / "tmp")},
        **{f"XDG_{name}_HOME": str(folder / "home" / name) for name in ("STATE", "CACHE", "CONFIG", "DATA")},
    }
    environment = {**os.environ, **home, "PYTHONPATH": str(ROOT)}
    story = [sys.executable, "-m", "tests.egress.story", str(folder), canary]
    done = subprocess.run(
        enclosed(folder, *story), env=environment, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False
    )
    assert (folder / "done").exists(), done.stderr[-2_000:]
    return Day(folder, canary, done.stderr)


def test_given_a_whole_day_then_not_one_byte_went_to_another_computer(day: Day, record_property: Record) -> None:
    record_property("bytes to non-loopback", sent_bytes(day.folder))
    assert sent_bytes(day.folder) == 0


def test_given_a_program_that_does_send_then_the_enclosure_counts_it(tmp_path: Path) -> None:
    if why := why_not(tmp_path):
        pytest.skip(why)
    send = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x' * 10, ('198.51.100.7', 53))"
    subprocess.run(enclosed(tmp_path, sys.executable, "-c", send), check=True)
    assert sent_bytes(tmp_path) >= 10


def test_given_the_browser_s_network_log_then_only_chromium_itself_asked_for_anything_but_loopback(day: Day) -> None:
    log = json.loads((day.folder / "net-log.json").read_text("utf-8"))
    started = log["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
    of_that_kind = [event.get("params", {}) for event in log["events"] if event["type"] == started]
    requests = [about for about in of_that_kind if "initiator" in about]  # the others say how one of these went on
    hosts = {urlsplit(request["url"]).hostname for request in requests if request["initiator"] != NOBODYS}
    assert hosts == {"127.0.0.1"}, "asked for by a page or an extension"
    own = {urlsplit(request["url"]).hostname for request in requests if request["initiator"] == NOBODYS}
    assert own <= {"127.0.0.1", None, *OF_CHROMIUM}


def test_given_the_files_of_that_computer_then_none_holds_a_draft(day: Day, record_property: Record) -> None:
    assert len(list(day.files())) > 50, "there is nothing to search"
    found = [name for name in day.holding(day.canary) if not name.startswith(OF_THE_BROWSER_ITSELF)]
    record_property("canaries found", len(found))
    assert found == []
    assert day.canary not in day.said


def test_given_what_must_be_found_then_the_search_finds_it(day: Day) -> None:
    """The search can see: a host that was switched on stands in the extension's storage."""
    assert "extension-storage.json" in day.holding("nextdoor.com")


def test_given_a_companion_that_crashed_then_there_is_no_core_dump(day: Day) -> None:
    assert [path.name for path in day.files() if path.name.startswith("core") and path.stat().st_size > 100_000] == []


def test_given_the_state_folder_then_it_holds_pairings_and_nothing_else(day: Day) -> None:
    assert {path.name for path in (day.folder / "state").rglob("*")} == {"pairing.json", "pairing.lock"}
