"""Nothing leaves this computer, and no draft stays on it: a writer's day with two witnesses, then searched.

One counts bytes in a network of its own (enclosure.py); where that is not allowed, its test is skipped, and the other
remains, which hears whom Foreword's programs want to reach (audit.py).
"""

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

from tests.egress import audit
from tests.egress.enclosure import enclosed, sent_bytes, why_not

ROOT = Path(__file__).parents[2]
# Chromium itself keeps what a page's own fields hold, to restore the tab after a crash: with and without Foreword.
OF_THE_BROWSER_ITSELF = ("profile/Default/Sessions/",)

NOBODYS = "not an origin"  # Chromium's network log: started by the browser, for no page and no extension
OF_CHROMIUM = (
    *("accounts.google.com", "update.googleapis.com", "clients2.google.com", "redirector.gvt1.com"),
    *("content-autofill.googleapis.com", "optimizationguide-pa.googleapis.com"),
)

WITH_CORE_DUMPS = ("sh", "-c", 'ulimit -c "$(ulimit -H -c)"; exec "$@"', "sh")
"""As far as this computer allows them: a companion that crashes is to write none by its own doing."""

Record = Callable[[str, object], None]


@dataclass(frozen=True)
class Day:
    """What a day left behind."""

    folder: Path
    canary: str
    said: str
    open_to: frozenset[str]
    not_enclosed: str | None

    def files(self) -> Iterator[Path]:
        return (path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink())

    def holding(self, words: str) -> list[str]:
        wanted = (words.encode(), words.encode("utf-16-le"))
        return [
            path.relative_to(self.folder).as_posix()
            for path in self.files()
            if any(each in path.read_bytes() for each in wanted)
        ]


def lived(folder: Path, *story: str, not_enclosed: str | None, canary: str = "") -> Day:
    """What a story leaves behind, told in a network of its own unless something keeps this computer from it."""
    for name in ("home", "tmp"):
        (folder / name).mkdir(parents=True)
    home = {
        **{"HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"), "XDG_RUNTIME_DIR": str(folder / "tmp")},
        **{f"XDG_{name}_HOME": str(folder / "home" / name) for name in ("STATE", "CACHE", "CONFIG", "DATA")},
    }
    command = (sys.executable, *story)
    said = folder.with_name(folder.name + ".said")
    with (
        said.open("w") as stderr,
        subprocess.Popen(
            [*WITH_CORE_DUMPS, *(command if not_enclosed else enclosed(folder, *command))],
            env={**os.environ, **home, **audit.environment(folder, ROOT)},
            cwd=ROOT,
            stderr=stderr,
            text=True,
        ) as told,
    ):
        open_to = audit.watched(told)
    return Day(folder, canary, said.read_text("utf-8"), frozenset(open_to), not_enclosed)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    folder = tmp_path_factory.mktemp("day") / "computer"
    canary = "Quokka" + secrets.token_hex(6)
    folder.mkdir()
    story = ("-m", "tests.egress.story", str(folder), canary)
    day = lived(folder, *story, not_enclosed=why_not(folder), canary=canary)
    assert (folder / "done").exists(), day.said[-2_000:]
    return day


def test_given_a_whole_day_then_not_one_byte_went_to_another_computer(day: Day, record_property: Record) -> None:
    if day.not_enclosed:
        pytest.skip(day.not_enclosed)
    record_property("bytes to non-loopback", sent_bytes(day.folder))
    assert sent_bytes(day.folder) == 0


def test_given_a_whole_day_then_no_program_of_ours_wanted_to_reach_another_computer(
    day: Day, record_property: Record
) -> None:
    assert len([note for note in audit.heard(day.folder) if note["host"] == "127.0.0.1"]) > 10, "nothing was heard"
    beyond = [*audit.beyond(day.folder), *day.open_to]
    record_property("others wanted", len(beyond))
    assert beyond == []


SEND = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x' * 10, ('198.51.100.7', 53))"
LOOK_UP = "import socket, contextlib\nwith contextlib.suppress(OSError): socket.getaddrinfo('elsewhere.example', 80)"
LIKE_A_LIBRARY = """
import ctypes, socket
libc, s = ctypes.CDLL(None), socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
to = socket.AF_INET.to_bytes(2, 'little') + (53).to_bytes(2, 'big') + socket.inet_aton('198.51.100.7') + bytes(8)
assert libc.connect(s.fileno(), to, len(to)) == 0
input(print('connected', flush=True))
"""


def test_given_a_program_that_does_send_then_the_enclosure_counts_it(tmp_path: Path) -> None:
    if why := why_not(tmp_path):
        pytest.skip(why)
    lived(tmp_path / "computer", "-c", SEND, not_enclosed=None)
    assert sent_bytes(tmp_path / "computer") >= 10


@pytest.mark.parametrize(
    ("story", "wanted"), [(SEND, "socket.sendto 198.51.100.7"), (LOOK_UP, "socket.getaddrinfo elsewhere.example")]
)
def test_given_no_right_to_an_enclosure_then_the_audit_hears_who_wants_to_reach_others(
    tmp_path: Path, story: str, wanted: str
) -> None:
    lived(tmp_path / "computer", "-c", story, not_enclosed="as in a container without rights")
    assert wanted in audit.beyond(tmp_path / "computer")


def test_given_a_compiled_library_that_no_hook_hears_then_its_open_socket_is_seen() -> None:
    library = (sys.executable, "-c", LIKE_A_LIBRARY)
    with subprocess.Popen(library, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as held:
        assert held.stdout is not None
        held.stdout.readline()
        assert audit.open_to(held.pid) == {"198.51.100.7"}
        held.communicate("\n")


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
