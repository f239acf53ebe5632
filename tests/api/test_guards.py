"""The attack list: what other local servers fell to, each refused before anything is parsed and without effect."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from companion.guards import Limits
from tests.api.test_errors import ROUTES, assert_problem
from tests.running import EXTENSION, FIREFOX, Answer, Running, running

CANARY = "canary-7391"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    """A companion of its own, whose counters no other test has moved."""
    limits = Limits(body_bytes=50_000, body_seconds=0.5, wrong_tokens_a_minute=5, wrong_codes_a_minute=5)
    with running(tmp_path, limits=limits) as own:
        yield own


@pytest.fixture(scope="module")
def patient_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Never answers 429, so that what else it would answer can be asked many times."""
    with running(tmp_path_factory.mktemp("state"), limits=Limits(wrong_tokens_a_minute=10_000)) as own:
        yield own


def refused(answer: Answer, status: int) -> None:
    assert_problem(answer, status)
    assert not [name for name, _ in answer.headers if name.lower().startswith("access-control-")]


@pytest.mark.parametrize(
    "host",
    [
        "attacker.example:{port}",
        "127.0.0.1.:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "",
        "foreword.local:{port}",
        "0.0.0.0:{port}",
        "localhost:{port}",
        "[::1]:{port}",
        "127.0.0.1:{port}@attacker.example",
        "127.1:{port}",
        "2130706433:{port}",
    ],
)
@pytest.mark.parametrize("path", ["/v1/check", "/v1/pair", "/", "/try/main.js"])
def test_given_another_host_name_then_421(companion_server: Running, host: str, path: str) -> None:
    named = {**companion_server.headers(), "Host": host.format(port=companion_server.port)}
    method = "POST" if path.startswith("/v1/") else "GET"
    refused(companion_server.send(method, path, b"{}" if method == "POST" else None, {**named}), 421)


def test_given_two_host_headers_then_refused(companion_server: Running) -> None:
    with socket.create_connection(("127.0.0.1", companion_server.port), timeout=10) as raw:
        own = f"127.0.0.1:{companion_server.port}"
        raw.sendall(f"GET / HTTP/1.1\r\nHost: {own}\r\nHost: attacker.example\r\n\r\n".encode())
        assert b" 400 " in raw.recv(4096).partition(b"\r\n")[0]


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "get"])
def test_given_another_method_than_post_then_405(companion_server: Running, route: str, method: str) -> None:
    answer = companion_server.send(method, f"/v1/{route}", None, {**companion_server.headers()})
    assert answer.status == 405
    assert answer.header("allow") == "POST"


@pytest.mark.parametrize("method", ["POST", "HEAD", "OPTIONS", "PUT"])
def test_given_another_method_than_get_for_the_page_then_405(companion_server: Running, method: str) -> None:
    answer = companion_server.send(method, "/", b"" if method == "POST" else None, {**companion_server.headers()})
    assert (answer.status, answer.header("allow")) == (405, "GET")


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=latin-1",
        "application/jsonp",
        "text/json",
        "application/json, text/plain",
    ],
)
def test_given_another_content_type_then_415(companion_server: Running, route: str, content_type: str | None) -> None:
    refused(companion_server.post(f"/v1/{route}", {"text": CANARY}, Content_Type=content_type), 415)


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "application/json;charset=UTF-8"])
def test_given_json_with_its_charset_then_it_is_read(companion_server: Running, content_type: str) -> None:
    assert companion_server.post("/v1/status", {}, Content_Type=content_type).status == 200


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "https://www.facebook.com",
        "https://attacker.example",
        "http://127.0.0.1:1",
        "http://localhost:{port}",
        "https://127.0.0.1:{port}",
        "http://127.0.0.1:{port}.attacker.example",
        "chrome-extension://short",
        EXTENSION + ".attacker.example",
        "x" + EXTENSION,
        EXTENSION.upper(),
    ],
)
def test_given_the_origin_of_a_page_or_none_then_403(companion_server: Running, route: str, origin: str | None) -> None:
    shown = origin.format(port=companion_server.port) if origin else None
    refused(companion_server.post(f"/v1/{route}", {}, Origin=shown), 403)


@pytest.mark.parametrize("route", [r for r in ROUTES if r not in ("pair", "hello")])
@pytest.mark.parametrize(
    "authorization",
    [None, "", "Bearer", "Bearer ", "Bearer wrong", "Basic {token}", "{token}", "Bearer {token}x", "Bearer  {token}"],
)
def test_given_no_or_a_wrong_token_then_401_and_nothing_is_told(
    patient_server: Running, route: str, authorization: str | None
) -> None:
    token = patient_server.headers()["Authorization"].removeprefix("Bearer ")
    shown = authorization.format(token=token) if authorization else authorization
    answer = patient_server.post(f"/v1/{route}", {}, Authorization=shown)
    refused(answer, 401)
    assert answer.header("www-authenticate") == "Bearer"
    assert patient_server.pack.id not in answer.body.decode()


def test_given_a_token_in_the_address_then_it_does_not_count(companion_server: Running) -> None:
    token = companion_server.headers()["Authorization"].removeprefix("Bearer ")
    refused(companion_server.post(f"/v1/status?token={token}&access_token={token}", {}, Authorization=None), 401)


@pytest.mark.parametrize("thief", ["chrome-extension://" + "p" * 32, FIREFOX, "own page"])
def test_given_a_token_of_another_client_then_403(companion_server: Running, thief: str) -> None:
    origin = companion_server.origin if thief == "own page" else thief
    refused(companion_server.post("/v1/check", {"text": CANARY}, Origin=origin), 403)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_given_a_request_that_the_browser_calls_foreign_then_403(companion_server: Running, site: str) -> None:
    refused(companion_server.post("/v1/check", {"text": CANARY}, Sec_Fetch_Site=site), 403)
    own = companion_server.post("/v1/status", {}, origin=companion_server.origin, Sec_Fetch_Site=site)
    refused(own, 403)


@pytest.mark.parametrize("site", ["none", "same-origin"])
def test_given_a_request_of_the_extension_itself_then_it_passes(companion_server: Running, site: str) -> None:
    assert companion_server.post("/v1/status", {}, Sec_Fetch_Site=site).status == 200


def test_given_firefox_then_its_own_naming_of_the_request_does_not_matter(companion_server: Running) -> None:
    assert companion_server.post("/v1/status", {}, origin=FIREFOX, Sec_Fetch_Site="cross-site").status == 200


@pytest.mark.parametrize(
    ("destination", "status"), [("document", 200), ("script", 403), ("image", 403), ("iframe", 403)]
)
def test_given_another_site_then_the_page_can_be_linked_to_but_not_used(
    companion_server: Running, destination: str, status: int
) -> None:
    headers = {
        "Host": f"127.0.0.1:{companion_server.port}",
        "Sec-Fetch-Site": "cross-site",
        "Sec-Fetch-Dest": destination,
    }
    assert companion_server.send("GET", "/", None, {**headers}).status == status


def test_given_the_page_then_it_carries_strict_headers(companion_server: Running) -> None:
    page = companion_server.send("GET", "/", None, {"Host": f"127.0.0.1:{companion_server.port}"})
    policy = page.header("content-security-policy") or ""
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert page.header("cache-control") == "no-store"
    assert page.header("x-content-type-options") == "nosniff"
    assert page.header("referrer-policy") == "no-referrer"
    assert page.header("server") is None


def test_given_every_kind_of_answer_then_no_cors_header(companion_server: Running) -> None:
    answers = [
        companion_server.check("hello"),
        companion_server.post("/v1/check", {}),
        companion_server.post("/v1/check", {}, Origin="https://attacker.example"),
        companion_server.send(
            "OPTIONS", "/v1/check", None, {**companion_server.headers(), "Access-Control-Request-Method": "POST"}
        ),
        companion_server.send("GET", "/", None, {"Host": f"127.0.0.1:{companion_server.port}"}),
    ]
    names = {name.lower() for answer in answers for name, _ in answer.headers}
    assert not [name for name in names if name.startswith("access-control-")]


def test_given_a_body_declared_too_large_then_413_before_it_is_sent(server: Running) -> None:
    answer = server.send("POST", "/v1/check", None, {**server.headers(), "Content-Length": "50001"})
    refused(answer, 413)


def test_given_a_body_that_grows_too_large_then_413(server: Running) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as raw:
        head = "".join(f"{name}: {value}\r\n" for name, value in server.headers().items())
        raw.sendall(f"POST /v1/check HTTP/1.1\r\n{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        chunk = b"4000\r\n" + b" " * 0x4000 + b"\r\n"
        raw.sendall(chunk * 4)
        assert b" 413 " in raw.recv(4096).partition(b"\r\n")[0]


def test_given_a_body_that_never_arrives_then_408(server: Running) -> None:
    refused(server.send("POST", "/v1/check", b"{", {**server.headers(), "Content-Length": "20"}), 408)


def test_given_endless_headers_then_the_connection_ends(companion_server: Running) -> None:
    with socket.create_connection(("127.0.0.1", companion_server.port), timeout=10) as raw:
        raw.sendall(b"GET / HTTP/1.1\r\nX: " + b"a" * 60_000)
        assert b" 400 " in raw.recv(4096).partition(b"\r\n")[0]


def test_given_many_wrong_tokens_then_429_but_the_right_one_still_passes(server: Running) -> None:
    right = server.headers()
    wrong = [server.post("/v1/status", {}, Authorization="Bearer wrong") for _ in range(7)]
    assert [answer.status for answer in wrong] == [401] * 5 + [429] * 2
    assert wrong[-1].header("retry-after") == "60"
    assert server.send("POST", "/v1/status", b"{}", {**right}).status == 200


def test_given_a_flood_of_1000_requests_then_each_is_answered(companion_server: Running) -> None:
    headers = companion_server.headers()
    connection = http.client.HTTPConnection("127.0.0.1", companion_server.port, timeout=30)
    statuses = set()
    for _ in range(1000):
        connection.request("POST", "/v1/status", b"{}", headers)
        response = connection.getresponse()
        response.read()
        statuses.add(response.status)
    connection.close()
    assert statuses == {200}


def test_given_the_server_then_it_listens_on_loopback_only(companion_server: Running) -> None:
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in others - {"127.0.0.1"}:
        with socket.socket() as probe:
            probe.settimeout(1)
            assert probe.connect_ex((str(address), companion_server.port)) != 0
