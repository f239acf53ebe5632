"""The promise of privacy, tried out here and now: a companion of its own is given drafts that hold a made-up word.

Meanwhile the operating system is asked which sockets it opens, and afterwards every file that was changed in the
places where programs leave things is searched for the word.
"""

from __future__ import annotations

import http.client
import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from companion.doctor.processes import Socket, sockets, written_files
from companion.pairing import PairingBook
from companion.server import LOOPBACK, bound_socket

DRAFTS = 20
_START_SECONDS = 60
_LARGEST = 50_000_000


@dataclass
class Trial:
    drafts: int = 0
    sockets: set[Socket] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    searched: int = 0
    holding: list[str] = field(default_factory=list)


def trial() -> Trial:
    """Takes some seconds. Raises TimeoutError when the companion does not start."""
    seen, began, word = Trial(), time.time(), "Quokka" + secrets.token_hex(8)
    with tempfile.TemporaryDirectory(prefix="foreword-trial-") as folder:
        state = Path(folder)
        port = _free_port()
        process = subprocess.Popen(  # noqa: S603  our own program
            [sys.executable, "-m", "companion", "serve", "--port", str(port)],
            env={**os.environ, "FOREWORD_STATE": folder},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _check_drafts(psutil.Process(process.pid), port, state, word, seen)
        finally:
            process.terminate()
            process.wait()
        for path in _changed_since(began, state):
            seen.searched += 1
            if word.encode() in path.read_bytes():
                seen.holding.append(str(path))
    return seen


def _check_drafts(process: psutil.Process, port: int, state: Path, word: str, seen: Trial) -> None:
    asker = _Asker(port, state)
    asker.wait_until_ready()
    for number in range(DRAFTS):
        asker.post("/v1/check", {"text": f"{word} {number} is an idiot, 536-22-8714, {word}@mail.example"})
        seen.drafts += 1
        seen.sockets.update(sockets(process))
        seen.written.update(written_files(process))


class _Asker:
    def __init__(self, port: int, state: Path) -> None:
        self._port = port
        self._book = PairingBook(state)
        self._token: str | None = None

    def post(self, path: str, body: object) -> dict[str, object]:
        origin = f"http://{LOOPBACK}:{self._port}"
        self._token = self._token or self._book.exchange(self._book.new_code("command"), "Foreword doctor", origin)
        headers = {"Origin": origin, "Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        connection = http.client.HTTPConnection(LOOPBACK, self._port, timeout=30)
        try:
            connection.request("POST", path, json.dumps(body), headers)
            answer: dict[str, object] = json.load(connection.getresponse())
        finally:
            connection.close()
        return answer

    def wait_until_ready(self) -> None:
        end = time.monotonic() + _START_SECONDS
        while time.monotonic() < end:
            try:
                if self.post("/v1/status", {})["ready"]:
                    return
            except OSError:  # it does not listen yet
                pass
            time.sleep(0.1)
        raise TimeoutError


def _changed_since(began: float, state: Path) -> Iterator[Path]:
    """In the trial's folder, that of temporary files, the current one, and where programs of this user keep things."""
    home = Path.home()
    deep = [state, home / ".cache", home / ".local", home / ".config", home / "AppData", home / "Library"]
    flat = [Path(tempfile.gettempdir()), Path.cwd(), home]
    paths = [*(p for folder in flat if folder.is_dir() for p in folder.iterdir()), *_files_below(deep)]
    for path in paths:
        try:
            about = path.stat()
            if path.is_file() and about.st_mtime >= began - 1 and about.st_size < _LARGEST and os.access(path, os.R_OK):
                yield path
        except OSError:  # gone again, or another user's
            continue


def _files_below(folders: list[Path]) -> Iterator[Path]:
    for folder in folders:
        for at, _, names in os.walk(folder):
            yield from (Path(at, name) for name in names)


def _free_port() -> int:
    with bound_socket(0) as probe:
        port: int = probe.getsockname()[1]
        return port
