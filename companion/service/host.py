"""The program a browser starts when the extension asks it (native messaging): where is the companion, and who am I?

One message in, one out, each with its length before it (4 bytes, native order). The browser has checked that the
asking extension stands in the manifest; its origin is the first argument (Chromium) or comes in the message (Firefox,
whose second argument is the extension's id).
"""

from __future__ import annotations

import json
import struct
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import BinaryIO

from companion.errors import ForewordError, PairingRefused, PortTaken
from companion.pairing import PairingBook, is_extension
from companion.server import bound_socket, is_foreword
from companion.service.files import FIREFOX_ID
from companion.settings import settings

_LARGEST = 4_096
_START_SECONDS = 15.0


def answer_one(arguments: Sequence[str], source: BinaryIO, target: BinaryIO) -> None:
    try:
        asked = _read(source)
        origin = _origin(arguments, asked)
        _start_if_down(settings().port)
        token = PairingBook(settings().state).connect(str(asked.get("client", "Foreword"))[:60], origin)
        answer: dict[str, object] = {"port": settings().port, "token": token}
    except ForewordError as error:
        answer = {"error": error.detail}
    said = json.dumps(answer).encode()
    target.write(struct.pack("=I", len(said)) + said)
    target.flush()


def _read(source: BinaryIO) -> dict[str, object]:
    head = source.read(4)
    (length,) = struct.unpack("=I", head) if len(head) == 4 else (0,)
    try:
        found = json.loads(source.read(min(length, _LARGEST)))
    except ValueError:
        found = None
    if not isinstance(found, dict) or found.get("kind") != "connect":
        raise PairingRefused("This program answers the Foreword extension only.")
    return found


def _origin(arguments: Sequence[str], asked: dict[str, object]) -> str:
    if FIREFOX_ID in arguments:
        origin = str(asked.get("origin", ""))
        if origin.startswith("moz-extension://") and is_extension(origin):
            return origin
    for argument in arguments:
        origin = argument.rstrip("/")
        if origin.startswith("chrome-extension://") and is_extension(origin):
            return origin
    raise PairingRefused("This program answers the Foreword extension only.")


def _start_if_down(port: int) -> None:
    """Raises PortTaken when something else listens there."""
    try:
        bound_socket(port).close()
    except PortTaken:
        if is_foreword(port):
            return
        raise
    detached = {"creationflags": 0x01000208} if sys.platform == "win32" else {"start_new_session": True}
    nowhere = subprocess.DEVNULL
    # Not a child that ends with the browser. Windows: DETACHED_PROCESS, a group and a job of its own.
    subprocess.Popen(  # noqa: S603  our own program
        [sys.executable, "-m", "companion", "serve", "--port", str(port)],
        stdin=nowhere,
        stdout=nowhere,
        stderr=nowhere,
        **detached,
    )
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        if is_foreword(port):
            return
        time.sleep(0.05)
    raise PortTaken("The companion was started and does not listen. `foreword serve` shows why.")
