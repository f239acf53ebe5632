"""A companion of another contract, and something else on its port: said in words, and never in the way of a post."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.browser.conftest import Browser
from tests.browser.imitations import x

DRAFT = "Write down 536-22-8714 somewhere safe"


class Another(BaseHTTPRequestHandler):
    """Speaks like a companion of the contract `api`; without one, like any other program on the port."""

    api: int | None = None

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        if self.api is None:
            return self._send(b"<h1>It works!</h1>", "text/html")
        status = {
            **{"version": "9.9.9", "api": self.api, "ready": True, "detectors": [], "packs": []},
            "limits": {"max_characters": 20_000},
        }
        answers = {"/v1/pair": {"token": "a-token"}, "/v1/hello": {"api": self.api, "proofs": []}}
        answer = answers.get(self.path, status)
        return self._send(json.dumps(answer).encode(), "application/json")

    def _send(self, body: bytes, media_type: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def port(request: pytest.FixtureRequest) -> Iterator[int]:
    handler = type("Handler", (Another,), {"api": request.param})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("port", "said"),
    [
        (0, "The companion is older than this extension"),
        (2, "This extension is older than the companion"),
    ],
    indirect=["port"],
)
def test_given_a_companion_of_another_contract_then_that_is_said_and_the_post_goes_out(
    fresh_browser: Browser, port: int, said: str
) -> None:
    fresh_browser.ask({"kind": "port", "port": port})
    fresh_browser.ask({"kind": "pair", "code": "123456"})
    options = fresh_browser.own_page("options.html")
    options.get_by_text(said).first.wait_for()

    fresh_browser.switch_on("x.com")
    site = x(fresh_browser)
    site.write(DRAFT)
    site.ours.find("button", "Foreword: Basic checks only")
    site.press_post()
    site.ours.until(lambda: site.published() == [DRAFT], "the post to be published")


@pytest.mark.parametrize("port", [None], indirect=True)
def test_given_another_program_on_the_port_then_its_answer_is_not_taken_for_a_companions(
    fresh_browser: Browser, port: int
) -> None:
    fresh_browser.ask({"kind": "port", "port": port})
    welcome = fresh_browser.own_page("welcome.html")
    welcome.get_by_text("Something else answers on the companion’s port.").first.wait_for()
    assert fresh_browser.ask({"kind": "pair", "code": "123456"})["ok"] is False
