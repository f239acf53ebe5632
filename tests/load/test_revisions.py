"""The newest revision wins: an older one still waiting is given up, and every answer is to the text it was asked of."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from companion.draft import Draft
from companion.finding import Finding
from tests.running import Answer, Running, running


class Gate:
    """A detector that is asked second, and lets nobody through while it is closed."""

    name = "gate"

    def __init__(self) -> None:
        self.opened, self.reached = threading.Event(), threading.Semaphore(0)
        self.opened.set()

    def load(self) -> None:
        pass

    def detect(self, draft: Draft) -> list[Finding]:
        assert draft.text is not None
        self.reached.release()
        self.opened.wait(30)
        return []


class Last:
    """A detector that is asked last, and remembers which revisions came so far."""

    name = "last"

    def __init__(self) -> None:
        self.seen: list[int] = []

    def load(self) -> None:
        pass

    def detect(self, draft: Draft) -> list[Finding]:
        self.seen.append(draft.revision)
        return []


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def last() -> Last:
    return Last()


@pytest.fixture
def server(tmp_path: Path, gate: Gate, last: Last) -> Iterator[Running]:
    with running(tmp_path, more=[gate, last]) as own:
        own.headers()
        yield own
        gate.opened.set()


def check(server: Running, draft: str, revision: int, text: str = "idiot") -> Answer:
    return server.post("/v1/check", {"draft_id": draft, "revision": revision, "text": text})


def test_given_a_newer_revision_then_the_older_check_stops_where_it_is(server: Running, gate: Gate, last: Last) -> None:
    gate.opened.clear()
    with ThreadPoolExecutor(2) as pool:
        older = pool.submit(check, server, "d", 1)
        gate.reached.acquire()
        newer = pool.submit(check, server, "d", 2)
        gate.reached.acquire()
        gate.opened.set()
    assert (older.result().status, older.result().json["type"]) == (409, "urn:foreword:superseded")
    assert (newer.result().status, newer.result().json["revision"]) == (200, 2)
    assert last.seen == [2]


def test_given_another_draft_or_another_asker_then_neither_stops_the_other(server: Running, gate: Gate) -> None:
    gate.opened.clear()
    with ThreadPoolExecutor(3) as pool:
        asked = [pool.submit(check, server, "one", 1), pool.submit(check, server, "two", 2)]
        other = {"draft_id": "one", "revision": 9, "text": ""}
        asked.append(pool.submit(server.post, "/v1/check", other, server.origin))
        for _ in asked:
            gate.reached.acquire()
        gate.opened.set()
    assert [one.result().status for one in asked] == [200, 200, 200]


def test_given_an_asker_that_left_then_its_check_stops(server: Running, gate: Gate, last: Last) -> None:
    gate.opened.clear()
    leaving = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    leaving.request("POST", "/v1/check", json.dumps({"text": "idiot", "revision": 5}), server.headers())
    gate.reached.acquire()
    leaving.close()
    server.post("/v1/status", {})  # the loop has read the end of that connection before it answers this one
    gate.opened.set()
    assert check(server, "another", 6).status == 200
    assert last.seen == [6]


class Writers(RuleBasedStateMachine):
    """Three people's drafts grow, shrink and come out of order; texts are in flight while others are asked."""

    server: Running
    gate: Gate

    def __init__(self) -> None:
        super().__init__()
        self.pool = ThreadPoolExecutor(16)
        self.newest: dict[str, int] = {}
        self.flying: list[tuple[str, int, str, Future[Answer]]] = []

    @rule(
        draft=st.sampled_from("abc"), step=st.integers(-2, 3), words=st.lists(st.sampled_from(["idiot", "😀", "tea"]))
    )
    def write(self, draft: str, step: int, words: list[str]) -> None:
        revision = max(0, self.newest.get(draft, 0) + step)
        self.newest[draft] = max(revision, self.newest.get(draft, 0))
        text = " ".join(words)
        self.flying.append((draft, revision, text, self.pool.submit(check, self.server, draft, revision, text)))

    @rule()
    def hold_back(self) -> None:
        self.gate.opened.clear()

    @rule()
    def settle(self) -> None:
        self.gate.opened.set()
        for draft, revision, text, answer in self.flying:
            got = answer.result()
            if revision == self.newest[draft]:
                assert got.status == 200, "the newest revision has its answer, always"
            if got.status == 409:
                assert revision < self.newest[draft]
                continue
            review = got.json
            assert (review["draft_id"], review["revision"]) == (draft, revision)
            units = text.encode("utf-16-le")
            marked = [units[f["start"] * 2 : f["end"] * 2].decode("utf-16-le") for f in review["findings"]]
            assert marked == ["idiot"] * text.split().count("idiot")
        self.flying.clear()

    @invariant()
    def nothing_else_waits_for_them(self) -> None:
        assert self.server.post("/v1/status", {}).status == 200

    def teardown(self) -> None:
        self.settle()
        self.pool.shutdown()


def test_given_drafts_written_in_any_order_then_the_newest_is_answered_and_none_is_mixed_up(
    server: Running, gate: Gate
) -> None:
    machine = type("OnThisServer", (Writers,), {"server": server, "gate": gate})
    calm = settings(max_examples=30, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(machine, settings=calm)
