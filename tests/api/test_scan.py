"""`POST /v1/scan`: many items in, a line for each as soon as it is known."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from companion.contract import MAX_ITEMS
from companion.draft import Draft
from companion.finding import Finding
from companion.guards import Limits
from companion.turns import SCANNED_AT_ONCE
from tests.api.test_errors import assert_problem
from tests.running import Answer, Running, running

CANARY = "canary-7391"


class Gate:
    """A detector that waits, for each text, until the test lets it through."""

    name = "gate"

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.entered = threading.Semaphore(0)
        self.open = threading.Semaphore(0)

    def load(self) -> None:
        """Ready at once."""

    def detect(self, draft: Draft) -> list[Finding]:
        self.seen.append(draft.text)
        self.entered.release()
        assert self.open.acquire(timeout=30)
        return []


@pytest.fixture
def gate(tmp_path: Path) -> Iterator[tuple[Running, Gate]]:
    detector = Gate()
    with running(tmp_path, more=[detector]) as server:
        yield server, detector


def request_of(*texts: str) -> dict[str, Any]:
    items = [{"item_id": f"i{number}", "text": text} for number, text in enumerate(texts)]
    return {"scan_id": "s", "items": items}


def lines_of(answer: Answer) -> list[dict[str, Any]]:
    assert answer.status == 200, answer.body
    assert answer.header("content-type") == "application/x-ndjson"
    return [json.loads(line) for line in answer.body.splitlines()]


def scanned(server: Running, *items: Any) -> list[dict[str, Any]]:
    return lines_of(server.post("/v1/scan", {"scan_id": "s", "items": list(items)}))


@contextmanager
def streaming(server: Running, body: dict[str, Any]) -> Iterator[http.client.HTTPResponse]:
    """The answer while it arrives; leaving the block closes the connection."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("POST", "/v1/scan", json.dumps(body).encode(), server.headers())
    response = connection.getresponse()
    try:
        yield response
    finally:
        response.close()
        connection.close()


def test_given_items_then_a_line_for_each_in_order_and_progress_around_them(companion_server: Running) -> None:
    lines = scanned(
        companion_server,
        {"item_id": "a", "text": "😀 What an idiot."},
        {"item_id": "b", "text": "A lovely day.", "context": {"surface": "comment", "site": "pier.example"}},
    )
    assert [line["kind"] for line in lines] == ["progress", "item", "item", "end"]
    assert lines[0] == {"kind": "progress", "done": 0, "of": 2}
    assert lines[2] == {"kind": "item", "item_id": "b", "status": "complete", "not_checked": [], "findings": []}
    assert lines[3] == {"kind": "end", "done": 2, "of": 2}


def test_given_an_item_then_its_findings_are_those_of_a_check_in_utf16(companion_server: Running) -> None:
    text, context = "😀 What an idiot. Harbor.", {"mode": "official", "surface": "comment"}
    _, item, _ = scanned(companion_server, {"item_id": "a", "text": text, "context": context})
    review = companion_server.check(text, **context).json
    assert item["findings"] == review["findings"]
    assert (item["findings"][0]["start"], item["findings"][0]["end"]) == (11, 16)


def test_given_many_items_then_progress_comes_between_them(companion_server: Running) -> None:
    lines = lines_of(companion_server.post("/v1/scan", request_of(*["hello"] * 25)))
    progress = [line["done"] for line in lines if line["kind"] == "progress"]
    assert progress == [0, 10, 20]
    assert lines[-1] == {"kind": "end", "done": 25, "of": 25}


def test_given_no_items_then_the_end_at_once(companion_server: Running) -> None:
    assert scanned(companion_server)[-1] == {"kind": "end", "done": 0, "of": 0}


@pytest.mark.parametrize(
    ("item", "name", "error"),
    [
        ({"item_id": "x", "text": 5}, "x", "“text” must be text in quotation marks."),
        ({"item_id": "x"}, "x", "“text” is missing."),
        ({"text": CANARY}, None, "“item_id” is missing."),
        ({"item_id": 7, "text": CANARY}, None, "“item_id” must be text in quotation marks."),
        ({"item_id": CANARY * 20, "text": ""}, None, "“item_id” should have at most 100 characters."),
        (
            {"item_id": "x", "text": CANARY, "context": {"mode": "boss"}},
            "x",
            "“context.mode” must be one of: personal or official.",
        ),
        (CANARY, None, "The item must be a JSON object."),
        (None, None, "The item must be a JSON object."),
    ],
)
def test_given_an_item_that_cannot_be_read_then_it_is_said_in_its_place_and_the_others_go_on(
    companion_server: Running, item: Any, name: str | None, error: str
) -> None:
    before, after = {"item_id": "before", "text": "idiot"}, {"item_id": "after", "text": "idiot"}
    items = scanned(companion_server, before, item, after)[1:-1]
    assert items[1] == {"kind": "item", "item_id": name, "error": error}
    assert [bool(items[place]["findings"]) for place in (0, 2)] == [True, True]


def test_given_an_item_that_is_too_long_then_what_was_left_out_is_named(companion_server: Running) -> None:
    _, item, _ = scanned(companion_server, {"item_id": "a", "text": "a" * 20_001})
    assert (item["status"], item["not_checked"][0]["what"]) == ("partial", "length")


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ({"items": []}, "“scan_id” is missing."),
        ({"scan_id": "s"}, "“items” is missing."),
        ({"scan_id": "s", "items": {}}, "“items” must be a list."),
        (
            request_of(*["x"] * (MAX_ITEMS + 1)),
            f"“items” may hold at most {MAX_ITEMS}; send the rest in another request.",
        ),
    ],
)
def test_given_a_request_that_is_none_then_problem_json_before_the_stream(
    companion_server: Running, body: dict[str, Any], detail: str
) -> None:
    assert assert_problem(companion_server.post("/v1/scan", body), 422) == detail


def test_given_more_bytes_than_any_route_takes_then_413(tmp_path: Path) -> None:
    with running(tmp_path, limits=Limits(body_bytes=1_000)) as server:
        assert_problem(server.post("/v1/scan", request_of("x" * 1_000)), 413)


def test_given_a_slow_item_then_those_before_it_have_arrived(gate: tuple[Running, Gate]) -> None:
    server, detector = gate
    with streaming(server, request_of("first", "second")) as answer:
        assert json.loads(answer.readline())["kind"] == "progress"
        detector.open.release()
        assert json.loads(answer.readline())["item_id"] == "i0"
        detector.open.release()


def test_given_a_closed_connection_then_nothing_after_the_items_in_hand_is_looked_at(
    gate: tuple[Running, Gate],
) -> None:
    server, detector = gate
    with streaming(server, request_of(*(f"text {number}" for number in range(50)))) as answer:
        answer.readline()
        assert [detector.entered.acquire(timeout=30) for _ in range(SCANNED_AT_ONCE)] == [True, True]
    # Two more requests are read after the closed connection was: the server has seen that it is gone.
    assert [server.post("/v1/status", {}).status for _ in range(2)] == [200, 200]
    detector.open.release(10)
    assert server.check("a draft").status == 200
    assert sorted(detector.seen) == ["a draft", "text 0", "text 1"]


def test_given_a_scan_then_a_draft_does_not_wait_for_it(gate: tuple[Running, Gate]) -> None:
    server, detector = gate
    answers: list[Answer] = []
    with streaming(server, request_of(*(f"text {number}" for number in range(50)))) as scan:
        scan.readline()
        assert [detector.entered.acquire(timeout=30) for _ in range(SCANNED_AT_ONCE)] == [True, True]
        writer = threading.Thread(target=lambda: answers.append(server.check("a draft")))
        writer.start()
        assert detector.entered.acquire(timeout=30)  # the draft is looked at while an item is still in hand
        assert sorted(detector.seen) == ["a draft", "text 0", "text 1"]
        detector.open.release(51)
        writer.join(30)
        assert answers[0].status == 200
        assert len(scan.read().splitlines()) == 50 + 4 + 1


def test_given_a_check_that_breaks_then_the_item_is_partial_and_the_scan_goes_on(tmp_path: Path) -> None:
    class Broken:
        name = "broken"

        def load(self) -> None:
            """Ready at once."""

        def detect(self, draft: Draft) -> list[Finding]:
            raise ValueError(draft.text)

    with running(tmp_path, more=[Broken()]) as server:
        lines = lines_of(server.post("/v1/scan", request_of(CANARY, CANARY)))
    assert [line["status"] for line in lines[1:-1]] == ["partial", "partial"]
    assert CANARY not in json.dumps(lines)
