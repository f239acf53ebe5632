"""Another program has taken the companion's port: it is told nothing, and the writer is told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser
from tests.faults.writing import REST, SSN, begin, goes_out


class _Thief(BaseHTTPRequestHandler):
    """Another program on the companion's port, which keeps whatever it is told."""

    heard: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.heard.append(f"{self.path} {self.headers['Authorization']} {body}")
        answer = b'{"api": 1, "proofs": ["' + b"0" * 64 + b'"], "version": "9", "ready": true, "detectors": []}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def on_the_port_of(companion: Companion, program: type[BaseHTTPRequestHandler]) -> Iterator[None]:
    """Stops the companion, and has the other program listen there."""
    companion.stop()
    with ThreadingHTTPServer(("127.0.0.1", companion.port), program) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield
        finally:
            server.shutdown()
            thread.join()


def test_given_the_port_is_stolen_then_the_thief_is_told_neither_token_nor_draft(
    browser: Browser, companion: Companion
) -> None:
    site = begin(browser)
    with on_the_port_of(companion, _Thief):
        site.page.keyboard.type(REST)
        site.ours.find("button", "Foreword: Basic checks only")
        assert _Thief.heard, "it was never asked"
        assert [line for line in _Thief.heard if SSN in line or "Bearer" in line] == []
        assert {line.split()[0] for line in _Thief.heard} == {"/v1/hello"}
    goes_out(site)
    companion.start()


def test_given_a_stranger_on_the_port_then_the_options_say_that_something_else_answers(
    browser: Browser, companion: Companion
) -> None:
    class Stranger(_Thief):
        def do_POST(self) -> None:
            self.send_error(501)

    with on_the_port_of(companion, Stranger):
        page = browser.own_page("options.html")
        page.get_by_text("Something else answers on the companion’s port. It was told nothing.").wait_for()
        page.close()
    companion.start()
