"""One error shape for every route; what is wrong is named, what was written is never repeated."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.running import Answer, Running

ROUTES = [
    *("check", "scan", "redact", "status", "policy", "hello", "pair", "renew", "unpair"),
    *("pairing-code", "pairings"),
]
CANARY = "canary-7391"


def assert_problem(answer: Answer, status: int) -> str:
    problem = answer.json
    assert answer.status == status, answer.body
    assert answer.header("content-type") == "application/problem+json"
    assert set(problem) == {"type", "title", "status", "detail"}
    assert problem["status"] == status
    assert problem["type"].startswith("urn:foreword:")
    assert CANARY not in answer.body.decode()
    detail: str = problem["detail"]
    assert detail.endswith((".", "?"))
    return detail


def test_the_routes_in_this_test_are_all_routes() -> None:
    from companion.cli.schema import api_document

    assert sorted(api_document()["paths"]) == sorted(f"/v1/{route}" for route in ROUTES)


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b'{"text": "canary-7391', 400),
        (b'{"text": "canary-7391" nonsense}', 400),
        (b"{'text': 'canary-7391'}", 400),
        (b'{"text": NaN}', 400),
        (b'{"text": -Infinity}', 400),
        (b'{"text": "\xff canary-7391"}', 400),
        (b'\xef\xbb\xbf{"text": "canary-7391"}', 400),
        (b"[" * 20_000, 400),
        (b"1" * 6_000, 400),
        (b'"canary-7391"', 422),
        (b"[]", 422),
        (b"null", 422),
        (b'{"canary-7391": 1}', 422),
    ],
)
def test_given_a_body_no_route_can_read_then_problem_json(
    companion_server: Running, route: str, body: bytes, status: int
) -> None:
    limited = companion_server.origin if route in ("pairing-code", "pairings") else None
    answer = companion_server.post(f"/v1/{route}", body, **({"origin": limited} if limited else {}))
    assert_problem(answer, status)


def test_given_malformed_json_then_its_place_is_named(companion_server: Running) -> None:
    answer = companion_server.post("/v1/check", b'{"text":\n  "canary-7391" oops}')
    assert assert_problem(answer, 400) == "The JSON ends or breaks at line 2, column 17."


def test_given_bytes_that_are_not_utf8_then_their_place_is_named(companion_server: Running) -> None:
    answer = companion_server.post("/v1/check", b'{"text": "\xff"}')
    assert assert_problem(answer, 400) == "Byte 11 is not UTF-8; send JSON as UTF-8."


@pytest.mark.parametrize(
    ("changed", "detail"),
    [
        ({"text": None}, "“text” must be text in quotation marks."),
        ({"text": 5}, "“text” must be text in quotation marks."),
        ({"text": [CANARY]}, "“text” must be text in quotation marks."),
        ({"revision": "7"}, "“revision” must be a whole number."),
        ({"revision": 7.5}, "“revision” must be a whole number."),
        ({"revision": True}, "“revision” must be a whole number."),
        ({"revision": -1}, "“revision” should be greater than or equal to 0."),
        ({"draft_id": ""}, "“draft_id” should have at least 1 character."),
        ({"draft_id": "x" * 101}, "“draft_id” should have at most 100 characters."),
        ({"draft_id": 1}, "“draft_id” must be text in quotation marks."),
        ({"context": CANARY}, "“context” must be a JSON object."),
        ({"context": {"mode": CANARY}}, "“context.mode” must be one of: personal or official."),
        (
            {"context": {"surface": CANARY}},
            "“context.surface” must be one of: post, comment, reply, message, email, edit, profile, media or live.",
        ),
        ({"context": {"site": f"https://{CANARY}/"}}, "“context.site” must be a host name such as facebook.com."),
        ({"context": {"media": ["image", CANARY]}}, "“context.media.1” must be one of: image, video, audio or file."),
        ({"context": {"media": "image"}}, "“context.media” must be a list."),
        ({"context": {"reply_to": 5}}, "“context.reply_to” must be text in quotation marks."),
        (
            {"context": {CANARY: 1}},
            "There is a field here that Foreword does not know. Known fields: mode, surface, site, reply_to, "
            "previous_text, shared_text, shared_author, media, profile_text, acting_as, employment, pasted_text.",
        ),
        (
            {CANARY: 1},
            "There is a field here that Foreword does not know. Known fields: draft_id, revision, text, context.",
        ),
    ],
    ids=lambda value: json.dumps(value)[:40] if isinstance(value, dict) else "",
)
def test_given_a_wrong_field_then_it_is_named_with_what_may_stand_there(
    companion_server: Running, changed: dict[str, Any], detail: str
) -> None:
    answer = companion_server.post("/v1/check", {"text": CANARY, **changed})
    assert assert_problem(answer, 422) == detail


def test_given_no_text_then_that_is_said(companion_server: Running) -> None:
    assert assert_problem(companion_server.post("/v1/check", {}), 422) == "“text” is missing."


def test_given_an_address_that_is_none_then_404_for_pages_and_for_routes(companion_server: Running) -> None:
    host = {"Host": f"127.0.0.1:{companion_server.port}"}
    assert_problem(companion_server.post("/v1/nothing", {}), 404)
    assert_problem(companion_server.post("/v1/check/", {"text": ""}), 404)
    for path in ("/nothing", "/docs", "/redoc", "/openapi.json", "/try/", "/try/../pairing.py", "/try/__init__.py"):
        assert_problem(companion_server.send("GET", path, None, {**host}), 404)
