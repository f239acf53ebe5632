"""`foreword service`: what it writes for each browser, that it takes all of it away, and what its program answers."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from companion.doctor.processes import listening_on
from companion.pairing import PairingBook
from companion.service.files import unpacked_id
from tests.running import EXTENSION, FIREFOX, running

ROOT = Path(__file__).parents[2]
ID = EXTENSION.removeprefix("chrome-extension://")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for the files where Linux has them")


@pytest.fixture
def home(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """Another user's home, on another port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    (tmp_path / "home").mkdir()
    quiet = {"PATH": "/nowhere", "PYTHONPATH": str(ROOT), "FOREWORD_PORT": port, "HOME": str(tmp_path / "home")}
    return {**{k: v for k, v in environment.items() if k != "XDG_CONFIG_HOME"}, **quiet}


@pytest.fixture
def cleared(home: dict[str, str]) -> Iterator[None]:
    """A companion that was started by the program is stopped."""
    yield
    process = listening_on(int(home["FOREWORD_PORT"]))
    if process is not None:
        os.kill(process.pid, signal.SIGTERM)
        psutil.wait_procs([process], timeout=10)


def foreword(home: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "companion", *arguments]
    return subprocess.run(command, env=home, cwd=ROOT, capture_output=True, text=True, check=False)


def files(home: dict[str, str]) -> set[str]:
    folder = Path(home["HOME"])
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def asked(home: dict[str, str], message: object, *arguments: str) -> dict[str, Any]:
    """As a browser asks: the program that the manifest names, with the length before each message."""
    manifest = json.loads(
        (Path(home["HOME"]) / ".config/chromium/NativeMessagingHosts/foreword.companion.json").read_text()
    )
    said = json.dumps(message).encode()
    program = [manifest["path"], *arguments]
    plain = {"PATH": os.environ["PATH"], "HOME": home["HOME"], "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        program, input=struct.pack("=I", len(said)) + said, env=plain, capture_output=True, check=True
    )
    (length,) = struct.unpack("=I", done.stdout[:4])
    answer: dict[str, Any] = json.loads(done.stdout[4 : 4 + length])
    return answer


def test_given_install_then_every_browser_knows_the_program_and_only_our_extension_may_ask(
    home: dict[str, str],
) -> None:
    assert foreword(home, "service", "install", "--extension", ID).returncode == 0
    assert files(home) == {
        ".config/google-chrome/NativeMessagingHosts/foreword.companion.json",
        ".config/chromium/NativeMessagingHosts/foreword.companion.json",
        ".config/microsoft-edge/NativeMessagingHosts/foreword.companion.json",
        ".mozilla/native-messaging-hosts/foreword.companion.json",
        ".config/systemd/user/foreword.service",
    }
    manifest = json.loads(
        (Path(home["HOME"]) / ".config/chromium/NativeMessagingHosts/foreword.companion.json").read_text()
    )
    checkouts_own = unpacked_id(ROOT / "extension" / "dist")
    assert manifest["allowed_origins"] == sorted([f"{EXTENSION}/", f"chrome-extension://{checkouts_own}/"])
    assert stat.S_IMODE(Path(manifest["path"]).stat().st_mode) == 0o700
    assert foreword(home, "service", "status").returncode == 0


def test_given_uninstall_then_nothing_is_left(home: dict[str, str]) -> None:
    foreword(home, "service", "install")
    done = foreword(home, "service", "uninstall")
    assert done.stdout.endswith("Nothing of the service is left.\n")
    assert files(home) == set()
    assert not (Path(home["FOREWORD_STATE"]) / "service").exists()
    assert foreword(home, "service", "status").returncode == 1
    assert foreword(home, "service", "uninstall").stdout == "There was nothing to remove.\n"


@pytest.mark.usefixtures("cleared")
def test_given_the_companion_is_down_when_the_extension_asks_then_it_is_started_and_the_token_opens_it(
    home: dict[str, str],
) -> None:
    foreword(home, "service", "install", "--extension", ID)
    answer = asked(home, {"kind": "connect", "client": "Foreword in Chromium"}, f"{EXTENSION}/")
    assert answer["port"] == int(home["FOREWORD_PORT"])
    assert listening_on(answer["port"]) is not None
    book = PairingBook(Path(home["FOREWORD_STATE"]))
    client = book.client_of(answer["token"])
    assert client is not None
    assert (client.name, client.origin) == ("Foreword in Chromium, by itself", EXTENSION)
    again = asked(home, {"kind": "connect", "client": "Foreword in Chromium"}, f"{EXTENSION}/")
    assert (book.client_of(answer["token"]), len(book.clients)) == (None, 1), "one pairing, its old token void"
    assert book.client_of(again["token"]) is not None


@pytest.mark.usefixtures("cleared")
def test_given_firefox_then_its_origin_comes_with_the_message(home: dict[str, str]) -> None:
    foreword(home, "service", "install")
    told = {"kind": "connect", "client": "Foreword in Firefox", "origin": FIREFOX}
    answer = asked(home, told, "/some/manifest.json", "foreword@smyrna.example")
    client = PairingBook(Path(home["FOREWORD_STATE"])).client_of(answer["token"])
    assert client is not None
    assert client.origin == FIREFOX


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        ({"kind": "connect", "origin": EXTENSION}, []),
        ({"kind": "connect", "origin": FIREFOX}, ["/some/manifest.json", "other@addon.example"]),
        ({"kind": "connect"}, ["https://attacker.example/"]),
        ({"kind": "tokens"}, [f"{EXTENSION}/"]),
        ("connect", [f"{EXTENSION}/"]),
        ({"kind": "connect", "origin": "https://attacker.example"}, ["/some/manifest.json", "foreword@smyrna.example"]),
    ],
)
def test_given_anybody_else_then_there_is_no_token_and_nothing_is_started(
    home: dict[str, str], message: object, arguments: list[str]
) -> None:
    foreword(home, "service", "install")
    assert asked(home, message, *arguments) == {"error": "This program answers the Foreword extension only."}
    assert listening_on(int(home["FOREWORD_PORT"])) is None


def test_given_another_program_on_the_port_then_that_is_said(home: dict[str, str]) -> None:
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", int(home["FOREWORD_PORT"])))
        stranger.listen()
        foreword(home, "service", "install")
        assert asked(home, {"kind": "connect"}, f"{EXTENSION}/")["error"].startswith("Another program listens on port")


def test_given_a_companion_that_runs_then_it_is_used_as_it_is(home: dict[str, str], tmp_path: Path) -> None:
    with running(tmp_path / "its state") as other:
        home["FOREWORD_PORT"] = str(other.port)
        foreword(home, "service", "install")
        assert asked(home, {"kind": "connect"}, f"{EXTENSION}/")["port"] == other.port
