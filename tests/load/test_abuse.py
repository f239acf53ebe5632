"""More, larger, slower and stranger than anybody needs: each is answered or refused, and the next draft is checked."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from companion.draft import Draft
from companion.finding import Finding
from companion.guards import Limits
from tests.api.test_errors import assert_problem
from tests.browser.companion_process import Companion
from tests.running import Running, running

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Companion]:
    """The companion as people run it, whose memory is its own."""
    own = Companion(tmp_path_factory.mktemp("state")).start()
    yield own
    own.stop()


def head_of(server: Running, **more: str) -> bytes:
    lines = {**server.headers(), **more}
    return ("POST /v1/check HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in lines.items())).encode()


def test_given_200_drafts_at_once_then_each_has_its_own_answer(companion_server: Running) -> None:
    def check(number: int) -> tuple[str, int, int]:
        body = {"draft_id": f"d{number}", "revision": number, "text": "x" * number + " idiot"}
        answer = companion_server.post("/v1/check", body).json
        return answer["draft_id"], answer["revision"], answer["findings"][0]["start"]

    companion_server.headers()
    with ThreadPoolExecutor(200) as pool:
        answers = list(pool.map(check, range(200)))
    assert answers == [(f"d{n}", n, n + 1) for n in range(200)]


def test_given_a_flood_from_many_sides_then_every_request_is_answered(companion_server: Running) -> None:
    with ThreadPoolExecutor(50) as pool:
        statuses = list(pool.map(lambda n: companion_server.check(f"idiot {n}").status, range(1_000)))
    assert statuses == [200] * 1_000


def test_given_headers_that_come_letter_by_letter_then_they_are_cut_off_and_others_are_served(tmp_path: Path) -> None:
    with running(tmp_path, limits=Limits(header_seconds=0.5)) as server:
        slow = [socket.create_connection(("127.0.0.1", server.port), timeout=20) for _ in range(300)]
        for connection in slow:
            connection.sendall(b"POST /v1/check HTTP/1.1\r\nX-Slow: ")
        assert server.check("idiot").status == 200
        assert [connection.recv(1) for connection in slow] == [b""] * 300
        for connection in slow:
            connection.close()


def test_given_a_kept_connection_then_its_second_request_may_not_dawdle_either(tmp_path: Path) -> None:
    with (
        running(tmp_path, limits=Limits(header_seconds=0.5)) as server,
        socket.create_connection(("127.0.0.1", server.port), timeout=20) as kept,
    ):
        kept.sendall(head_of(server, **{"Content-Length": "12"}) + b'\r\n{"text": ""}')
        answer = b""
        while not answer.endswith(b"[]}"):
            answer += kept.recv(65_536)
        kept.sendall(b"POST /v1/check HTTP/1.1\r\nX-Slow: ")
        assert kept.recv(1) == b""


@pytest.mark.parametrize("declared", [True, False], ids=["declared", "in chunks"])
def test_given_a_body_of_100_megabytes_then_413_and_no_memory_is_taken(process: Companion, declared: bool) -> None:
    before = psutil.Process(process.pid).memory_info().rss
    with socket.create_connection(("127.0.0.1", process.port), timeout=20) as raw:
        length = f"Content-Length: {100 * MEGABYTE}" if declared else "Transfer-Encoding: chunked"
        raw.sendall(process.head("/v1/check", length))
        block = b" " * MEGABYTE
        for _ in range(100):
            raw.sendall(block if declared else b"%x\r\n%s\r\n" % (len(block), block))
        assert b" 413 " in raw.recv(65_536).partition(b"\r\n")[0]
    assert psutil.Process(process.pid).memory_info().rss - before < 20 * MEGABYTE
    assert process.post("/v1/check", {"text": "still there"})["status"] == "complete"


def test_given_many_large_drafts_then_what_they_hold_together_is_bounded(tmp_path: Path) -> None:
    gate, held = threading.Event(), threading.Event()

    class Waiting:
        name = "waiting"

        def load(self) -> None:
            pass

        def detect(self, _: Draft) -> list[Finding]:
            held.set()
            gate.wait(30)
            return []

    with running(tmp_path, more=[Waiting()], limits=Limits(bytes_at_once=1_500)) as server:
        with ThreadPoolExecutor(1) as pool:
            first = pool.submit(server.check, "a" * 1_000)
            held.wait(30)
            second = server.check("b" * 1_000)
            gate.set()
        assert first.result().status == 200
        assert assert_problem(second, 503) == "Too much is being checked at once. Ask again in a moment."
        assert server.check("b" * 1_000).status == 200


@pytest.mark.parametrize(
    "text",
    [
        "😀" * 240_000,
        "👩‍👩‍👧‍👦" * 30_000,
        "e" + "\u0301" * 19_000,
        "\u202e" * 20_000,
        "a" * 300_000,
        "(" * 20_000,
        "1 " * 10_000,
        "@" * 20_000,
        "idiot " * 3_000,
        "\n" * 20_000,
        "한" * 20_000,
        "\x00" * 20_000,
    ],
    ids=lambda text: f"{text[:1]!a} x {len(text)}",
)
def test_given_a_megabyte_of_anything_then_a_real_companion_answers_and_lives(process: Companion, text: str) -> None:
    review = process.post("/v1/check", {"text": text})
    assert review["status"] in ("complete", "partial")
    if len(text) > 20_000:
        assert "length" in [gap["what"] for gap in review["not_checked"]]


@pytest.mark.parametrize("depth", [100, 5_000, 400_000])
@pytest.mark.parametrize("opening", ['{"text":', "[", '{"context":{"media":['], ids=["objects", "lists", "fields"])
def test_given_json_as_deep_as_a_well_then_it_is_refused_in_words(
    companion_server: Running, depth: int, opening: str
) -> None:
    body = (opening * depth)[:900_000].encode()
    assert assert_problem(companion_server.post("/v1/check", body), 400)


@pytest.mark.parametrize(
    "broken", [b"\xff", b"\xc3\x28", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80"]
)
def test_given_bytes_that_are_no_utf8_then_their_place_is_said(companion_server: Running, broken: bytes) -> None:
    detail = assert_problem(companion_server.post("/v1/check", b'{"text": "' + broken + b'"}'), 400)
    assert detail == "Byte 11 is not UTF-8; send JSON as UTF-8."


def test_given_many_different_drafts_then_memory_stays_within_its_bound(process: Companion) -> None:
    def write(first: int, last: int) -> None:
        for number in range(first, last):
            process.post("/v1/check", {"text": f"Street {number} is closed, call {number} idiots. " * 20})

    write(0, 60)
    before = psutil.Process(process.pid).memory_info().rss
    write(60, 180)
    assert psutil.Process(process.pid).memory_info().rss - before < 40 * MEGABYTE
