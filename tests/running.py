"""A companion that really listens: the whole server on a free port, in a thread of the test."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from companion.app import Companion
from companion.detectors.detector import Detector
from companion.detectors.wording import Wording
from companion.guards import Limits
from companion.pairing import PairingBook
from companion.review import Reviewer
from companion.rules.load import Pack, load_pack
from companion.server import Server, bound_socket

PACKS = Path(__file__).parent / "packs"
EXTENSION = "chrome-extension://" + "abcdefghijklmnop" * 2
FIREFOX = "moz-extension://0a1b2c3d-1111-2222-3333-444455556666"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name), None)


@dataclass(frozen=True)
class Running:
    port: int
    book: PairingBook
    pack: Pack
    reviewer: Reviewer
    tokens: dict[str, str] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def headers(self, origin: str = EXTENSION) -> dict[str, str]:
        """What the extension sends, paired on first use."""
        if origin not in self.tokens:
            self.tokens[origin] = self.book.exchange(self.book.new_code("command"), "Foreword in tests", origin)
        return {
            "Host": f"127.0.0.1:{self.port}",
            "Origin": origin,
            "Content-Type": "application/json",
            "Authorization": f"Bearer {self.tokens[origin]}",
        }

    def post(self, path: str, body: object, origin: str = EXTENSION, **changed: str | None) -> Answer:
        """JSON as the extension sends it; `changed` headers replace (text) or leave out (None), _ for -."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        wanted = {key.replace("_", "-"): value for key, value in changed.items()}
        return self.send("POST", path, data, {**self.headers(origin), **wanted})

    def send(self, method: str, path: str, data: bytes | None, headers: dict[str, str | None]) -> Answer:
        """Exactly these headers and no others, beside Content-Length when there is a body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in headers.items():
                if value is not None:
                    connection.putheader(name, value)
            if data is not None and not any(name.lower() == "content-length" for name in headers):
                connection.putheader("Content-Length", str(len(data)))
            connection.endheaders(data)
            response = connection.getresponse()
            return Answer(response.status, response.getheaders(), response.read())
        finally:
            connection.close()

    def check(self, text: str, **context: Any) -> Answer:
        return self.post("/v1/check", {"draft_id": "d", "revision": 1, "text": text, "context": context})


@contextmanager
def running(
    state: Path,
    *,
    pack: str = "harbor",
    folder: Path = PACKS,
    more: Sequence[Detector] = (),
    limits: Limits | None = None,
    max_characters: int = 20_000,
    wait: bool = True,
) -> Iterator[Running]:
    """`more` detectors come after the pack's rules; with `wait`, every detector has been loaded (or has failed)."""
    loaded = load_pack(folder, pack)
    reviewer = Reviewer([Wording(loaded), *more], max_characters=max_characters, budget_ms=5_000)
    book = PairingBook(state)
    bound = bound_socket(0)
    port: int = bound.getsockname()[1]
    listening = threading.Event()
    loading: list[threading.Thread] = []

    def on_listening(thread: threading.Thread) -> None:
        loading.append(thread)
        listening.set()

    companion = Companion(reviewer, loaded, book, port, max_characters, limits or Limits())
    server = Server(companion, on_listening)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    thread.start()
    try:
        assert listening.wait(30), "the companion never listened"
        if wait:
            loading[0].join()
        yield Running(port, book, loaded, reviewer)
    finally:
        server.should_exit = True
        thread.join()
        bound.close()
