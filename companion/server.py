"""uvicorn on loopback, set up so that it listens for this computer only, says nothing in logs, and starts fast."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import sys
import threading
from collections.abc import Callable

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from companion.app import Companion, create_app
from companion.errors import PortTaken

LOOPBACK = "127.0.0.1"
_MAX_HEADER_BYTES = 16_384
_CONNECTIONS = 512
_PROBE_SECONDS = 1.0


def bound_socket(port: int) -> socket.socket:
    """Take the port (0: any free one) on 127.0.0.1. Raises PortTaken, naming what answers there."""
    # With the protocol named, asyncio switches Nagle's algorithm off; without, each answer waits 40 ms for an ACK.
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform == "win32":
        found.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # else a restart would wait for TIME_WAIT
    try:
        found.bind((LOOPBACK, port))
    except OSError as error:
        found.close()
        raise PortTaken(_who_is_there(port, error)) from None
    return found


def serve(companion: Companion, bound: socket.socket, on_listening: Callable[[threading.Thread], None]) -> None:
    """Answer until stopped by a signal. `on_listening` is called once requests are accepted; models load meanwhile."""
    Server(companion, on_listening).run(sockets=[bound])


class Server(uvicorn.Server):
    """Hands the thread that loads the models to `on_listening`."""

    def __init__(self, companion: Companion, on_listening: Callable[[threading.Thread], None]) -> None:
        config = uvicorn.Config(
            create_app(companion),
            log_config=None,
            log_level="error",
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            http=_patient_for(companion.limits.header_seconds),
            ws="none",
            loop="asyncio",
            lifespan="off",
            h11_max_incomplete_event_size=_MAX_HEADER_BYTES,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=2,
            limit_concurrency=_CONNECTIONS,
            backlog=128,
        )
        super().__init__(config)
        self._reviewer = companion.reviewer
        self._on_listening = on_listening

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            self._on_listening(self._reviewer.load_in_background())


class PatientForAWhile(H11Protocol):
    """uvicorn waits for ever for a request's headers; connections that send them letter by letter would fill it."""

    header_seconds: float
    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        headers_came = self.conn.their_state is not h11.IDLE
        if headers_came and self._patience:
            self._patience.cancel()
            self._patience = None
        elif not headers_came and not self._patience:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._patience:
            self._patience.cancel()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._patience = self.loop.call_later(self.header_seconds, self.transport.close)


def _patient_for(seconds: float) -> type[PatientForAWhile]:
    return type("Patient", (PatientForAWhile,), {"header_seconds": seconds})


def _who_is_there(port: int, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return f"This account may not listen on port {port}. Choose one above 1023: `foreword serve --port 47192`."
    if is_foreword(port):
        return (
            f"Foreword is already running on port {port}. Use it as it is (http://{LOOPBACK}:{port}/), "
            "or stop the other one first."
        )
    return (
        f"Another program listens on port {port}. Stop it, or choose another port: `foreword serve --port {port + 1}` "
        "(then set the same port in the extension's options)."
    )


def is_foreword(port: int) -> bool:
    """A companion refuses a request without Origin in its own words; nothing secret is asked or told."""
    asking = http.client.HTTPConnection(LOOPBACK, port, timeout=_PROBE_SECONDS)
    try:
        asking.request("POST", "/v1/status", b"{}", {"Content-Type": "application/json"})
        answer: object = json.loads(asking.getresponse().read(4096))
    except (OSError, http.client.HTTPException, ValueError):
        return False
    finally:
        asking.close()
    return isinstance(answer, dict) and str(answer.get("type")).startswith("urn:foreword:")
