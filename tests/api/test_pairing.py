"""Pairing from code to token and back: over HTTP, and in the file that the commands share with the server."""

from __future__ import annotations

import hashlib
import hmac
import json
import stat
import sys
from pathlib import Path

import pytest

from companion import API
from companion.errors import PairingFileBroken, PairingRefused
from companion.guards import Limits
from companion.pairing import CODE_SECONDS, PairingBook
from tests.api.test_errors import assert_problem
from tests.running import EXTENSION, FIREFOX, Answer, Running, running

NONCE = "00112233445566778899aabbccddeeff"


class Clock:
    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


def pair(server: Running, code: str, origin: str = EXTENSION, client: str = "Foreword in Chromium") -> Answer:
    headers = {"Host": f"127.0.0.1:{server.port}", "Origin": origin, "Content-Type": "application/json"}
    return server.send("POST", "/v1/pair", json.dumps({"code": code, "client": client}).encode(), {**headers})


def proof(token: str, port: int) -> str:
    key = hashlib.sha256(token.encode()).hexdigest()
    return hmac.new(key.encode(), f"{port} {NONCE}".encode(), "sha256").hexdigest()


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def status_with(server: Running, token: str, origin: str = EXTENSION) -> int:
    return server.post("/v1/status", {}, Origin=origin, Authorization=f"Bearer {token}").status


@pytest.mark.parametrize("origin", [EXTENSION, FIREFOX])
def test_given_a_code_when_an_extension_sends_it_then_its_token_opens_every_route(
    companion_server: Running, origin: str
) -> None:
    answer = pair(companion_server, companion_server.book.new_code("command"), origin)
    assert answer.status == 200
    assert set(answer.json) == {"token"}
    assert len(answer.json["token"]) >= 43
    assert status_with(companion_server, answer.json["token"], origin) == 200


def test_given_a_code_when_used_twice_then_the_second_time_is_refused(companion_server: Running) -> None:
    code = companion_server.book.new_code("command")
    assert pair(companion_server, code).status == 200
    detail = assert_problem(pair(companion_server, code), 403)
    assert detail == "This code is wrong, used already or older than ten minutes. Ask for a new one."


def test_given_a_new_code_then_the_one_before_it_is_void(companion_server: Running) -> None:
    old, new = companion_server.book.new_code("command"), companion_server.book.new_code("command")
    assert pair(companion_server, old).status == (403 if old != new else 200)
    assert pair(companion_server, new).status == 200


@pytest.mark.parametrize("code", ["", "12345", "1234567", "12345a", "١٢٣٤٥٦", "123 456"])
def test_given_something_that_is_no_code_then_422_says_what_one_is(companion_server: Running, code: str) -> None:
    assert assert_problem(pair(companion_server, code), 422) == "“code” must be six digits."


@pytest.mark.parametrize("client", ["", "\x1b[31mred", "a" * 61, "two\nlines", "<b>"])
def test_given_a_name_that_could_spoil_a_terminal_then_422(companion_server: Running, client: str) -> None:
    assert_problem(pair(companion_server, "123456", client=client), 422)


def test_given_five_wrong_guesses_then_the_code_is_void(tmp_path: Path) -> None:
    with running(tmp_path, limits=Limits(wrong_codes_a_minute=100)) as server:
        code = server.book.new_code("command")
        guesses = [pair(server, wrong(code)).status for _ in range(5)]
        right = pair(server, code).status
    assert guesses == [403] * 5
    assert right == 403


def test_given_many_wrong_codes_then_429_even_for_a_right_one(tmp_path: Path) -> None:
    with running(tmp_path, limits=Limits(wrong_codes_a_minute=2)) as server:
        code = server.book.new_code("command")
        statuses = [pair(server, guess).status for guess in (wrong(code), wrong(code), code)]
    assert statuses == [403, 403, 429]


def test_given_a_page_s_refused_request_then_it_does_not_count_as_a_guess(tmp_path: Path) -> None:
    with running(tmp_path, limits=Limits(wrong_codes_a_minute=2)) as server:
        code = server.book.new_code("command")
        foreign = [pair(server, wrong(code), origin="https://attacker.example").status for _ in range(9)]
        assert pair(server, code).status == 200
    assert foreign == [403] * 9


def test_given_a_pairing_when_the_extension_unpairs_then_only_its_own_token_is_gone(companion_server: Running) -> None:
    leaving = pair(companion_server, companion_server.book.new_code("command")).json["token"]
    staying = pair(companion_server, companion_server.book.new_code("command")).json["token"]
    answer = companion_server.post("/v1/unpair", {}, Authorization=f"Bearer {leaving}")
    assert (answer.status, answer.json) == (200, {})
    assert status_with(companion_server, leaving) == 401
    assert status_with(companion_server, staying) == 200


def test_given_a_running_server_when_a_command_unpairs_then_the_next_request_is_401(tmp_path: Path) -> None:
    with running(tmp_path) as server:
        token = pair(server, server.book.new_code("command")).json["token"]
        assert status_with(server, token) == 200
        PairingBook(tmp_path).unpair(None)  # as another process does: `foreword unpair --all`
        assert status_with(server, token) == 401


class TestProof:
    """Whoever listens proves that it is the companion before a token or a draft is sent to it."""

    def test_given_a_paired_origin_then_the_answer_proves_that_its_token_is_known_on_this_port(
        self, tmp_path: Path
    ) -> None:
        with running(tmp_path) as server:
            server.headers()
            answer = server.post("/v1/hello", {"nonce": NONCE}, Authorization=None)
            wanted = proof(server.tokens[EXTENSION], server.port)
        assert (answer.status, answer.json) == (200, {"api": API, "proofs": [wanted]})

    def test_given_another_extension_then_it_learns_nothing(self, tmp_path: Path) -> None:
        with running(tmp_path) as server:
            server.headers()
            answer = server.post("/v1/hello", {"nonce": NONCE}, Authorization=None, Origin=FIREFOX)
        assert "proofs" not in assert_problem(answer, 401)

    def test_given_both_sides_then_they_mean_the_same_by_it(self) -> None:
        """The numbers of extension/src/background/proof.test.ts."""
        assert proof("a-token", 47191) == ("6b387881098476f55eb0a3c429c8a4347ec59a835f359020579cebcd8a202419")


class TestRenewing:
    def test_given_a_new_token_then_the_old_one_holds_until_the_new_one_is_used(
        self, companion_server: Running
    ) -> None:
        old = pair(companion_server, companion_server.book.new_code("command")).json["token"]
        new = companion_server.post("/v1/renew", {}, Authorization=f"Bearer {old}").json["token"]
        assert status_with(companion_server, old) == 200
        assert status_with(companion_server, new) == 200
        assert status_with(companion_server, old) == 401
        assert status_with(companion_server, new) == 200

    def test_given_the_answer_was_lost_then_renewing_again_works_and_the_lost_one_is_void(
        self, companion_server: Running
    ) -> None:
        old = pair(companion_server, companion_server.book.new_code("command")).json["token"]
        lost = companion_server.post("/v1/renew", {}, Authorization=f"Bearer {old}").json["token"]
        new = companion_server.post("/v1/renew", {}, Authorization=f"Bearer {old}").json["token"]
        assert status_with(companion_server, lost) == 401
        assert status_with(companion_server, new) == 200

    def test_given_a_renewed_pairing_then_it_ends_as_one(self, tmp_path: Path) -> None:
        book = PairingBook(tmp_path)
        old = book.exchange(book.new_code("command"), "Foreword", EXTENSION)
        client = book.client_of(old)
        assert client is not None
        new = book.renew(client.id)
        book.unpair(client.id)
        assert (book.client_of(old), book.client_of(new)) == (None, None)


class TestOwnPage:
    def test_may_ask_for_a_code_that_pairs_an_extension(self, companion_server: Running) -> None:
        own = companion_server.origin
        code = companion_server.post("/v1/pairing-code", {}, origin=own).json["code"]
        assert pair(companion_server, code).status == 200

    def test_cannot_pair_itself_with_that_code(self, companion_server: Running) -> None:
        own = companion_server.origin
        code = companion_server.post("/v1/pairing-code", {}, origin=own).json["code"]
        assert_problem(pair(companion_server, code, origin=own), 403)

    def test_sees_every_pairing_and_ends_one(self, companion_server: Running) -> None:
        own = companion_server.origin
        token = pair(companion_server, companion_server.book.new_code("command"), client="To be ended").json["token"]
        clients = companion_server.post("/v1/pairings", {}, origin=own).json["clients"]
        (mine,) = [c for c in clients if c["is_this"]]
        (other,) = [c for c in clients if c["name"] == "To be ended"]
        assert set(mine) == {"id", "name", "since", "is_this"}
        assert companion_server.post("/v1/unpair", {"id": other["id"]}, origin=own).status == 200
        assert status_with(companion_server, token) == 401

    @pytest.mark.parametrize(("route", "body"), [("pairing-code", {}), ("pairings", {}), ("unpair", {"id": "x"})])
    def test_is_the_only_one_who_may(self, companion_server: Running, route: str, body: dict[str, str]) -> None:
        detail = assert_problem(companion_server.post(f"/v1/{route}", body), 403)
        assert detail == "Only Foreword's own page may ask this."

    def test_keeps_only_its_newest_tabs(self, tmp_path: Path) -> None:
        with running(tmp_path) as server:
            extension = pair(server, server.book.new_code("command")).json["token"]
            tabs = [pair(server, server.book.new_code("command"), server.origin).json["token"] for _ in range(6)]
            statuses = [status_with(server, token, server.origin) for token in tabs]
            assert status_with(server, extension) == 200
        assert statuses == [401] * 2 + [200] * 4


class TestPairingFile:
    def test_holds_no_secret_and_is_private(self, tmp_path: Path) -> None:
        folder = tmp_path / "state" / "foreword"
        book = PairingBook(folder)
        used = book.new_code("command")
        token = book.exchange(used, "Foreword", EXTENSION)
        waiting = book.new_code("start")
        content = (folder / "pairing.json").read_text("utf-8")
        assert token not in content
        assert f'"{waiting}"' not in content
        assert {p.name for p in folder.iterdir()} == {"pairing.json", "pairing.lock"}
        if sys.platform != "win32":
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
            assert stat.S_IMODE((folder / "pairing.json").stat().st_mode) == 0o600

    def test_code_dies_after_ten_minutes(self, tmp_path: Path) -> None:
        clock = Clock()
        book = PairingBook(tmp_path, clock)
        code = book.new_code("command")
        clock.now += CODE_SECONDS + 1
        with pytest.raises(PairingRefused):
            book.exchange(code, "Foreword", EXTENSION)

    def test_code_does_not_live_on_when_the_clock_is_set_back(self, tmp_path: Path) -> None:
        clock = Clock()
        book = PairingBook(tmp_path, clock)
        code = book.new_code("command")
        clock.now -= 24 * 60 * 60
        with pytest.raises(PairingRefused):
            book.exchange(code, "Foreword", EXTENSION)

    def test_code_lives_until_then(self, tmp_path: Path) -> None:
        clock = Clock()
        book = PairingBook(tmp_path, clock)
        code = book.new_code("command")
        clock.now += CODE_SECONDS - 1
        token = book.exchange(code, "Foreword", EXTENSION)
        found = book.client_of(token)
        assert found is not None
        assert (found.name, found.origin, found.since) == ("Foreword", EXTENSION, "2023-11-14")

    def test_unpairs_by_name_by_id_and_all(self, tmp_path: Path) -> None:
        book = PairingBook(tmp_path)
        tokens = [book.exchange(book.new_code("command"), name, EXTENSION) for name in ("One", "Two", "Two", "Three")]
        three = book.client_of(tokens[3])
        assert three is not None
        assert book.unpair("Two") == 2
        assert book.unpair(three.id) == 1
        assert book.unpair("nobody") == 0
        assert book.unpair(None) == 1
        assert book.clients == []

    def test_damaged_is_said_with_its_place_and_what_to_do(self, tmp_path: Path) -> None:
        (tmp_path / "pairing.json").write_text("{", "utf-8")
        with pytest.raises(PairingFileBroken, match=r"pairing\.json: its content is damaged\. Delete this file"):
            PairingBook(tmp_path).new_code("command")

    def test_damaged_while_running_is_a_problem_and_not_a_crash(self, tmp_path: Path) -> None:
        with running(tmp_path) as server:
            headers = server.headers()
            (tmp_path / "pairing.json").write_text("{", "utf-8")
            assert_problem(server.send("POST", "/v1/status", b"{}", {**headers}), 500)
