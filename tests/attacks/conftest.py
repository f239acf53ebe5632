"""A browser in which a writer uses Foreword, and beside it somebody who wants what is not theirs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.browser.conftest import companion, extension_with_hosts

__all__ = ["companion", "extension_with_hosts"]

HOSTILE = Path(__file__).parent / "hostile_extension"
SCRIPT = (Path(__file__).parent / "hostile_page.js").read_bytes()


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        is_script = self.path.endswith(".js")
        page = b"<!doctype html><title>Free pancakes</title><body><script src=/attacks.js></script>"
        body = SCRIPT if is_script else page
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript" if is_script else "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def attackers_server(address: str, port: int = 0) -> Iterator[int]:
    """Its port; 0 for any that is free."""
    with ThreadingHTTPServer((address, port), _Page) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def attacker_port() -> Iterator[int]:
    """A web server of the attacker's."""
    with attackers_server("127.0.0.1") as port:
        yield port
