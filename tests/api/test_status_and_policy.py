"""`POST /v1/status` and `/v1/policy`, and what checks say before every detector is ready."""

from __future__ import annotations

import threading
from pathlib import Path

from companion import API, __version__
from companion.draft import Draft
from companion.finding import Finding
from tests.running import Running, running


class Slow:
    """A detector whose model takes as long to load as the test wants."""

    name = "slow"

    def __init__(self) -> None:
        self.may_finish = threading.Event()

    def load(self) -> None:
        self.may_finish.wait(30)

    def detect(self, draft: Draft) -> list[Finding]:
        assert draft.text is not None
        return []


class Broken:
    name = "broken"

    def load(self) -> None:
        raise OSError("the model file is missing")

    def detect(self, draft: Draft) -> list[Finding]:
        raise AssertionError(f"never asked for {len(draft.text)} characters")


class Stumbling:
    """Loads, then fails on a draft, with the draft's words in its error."""

    name = "stumbling"

    def load(self) -> None:
        pass

    def detect(self, draft: Draft) -> list[Finding]:
        raise RuntimeError(draft.text)


def test_given_a_ready_companion_then_status_says_what_is_loaded(companion_server: Running) -> None:
    assert companion_server.post("/v1/status", {}).json == {
        "version": __version__,
        "api": API,
        "ready": True,
        "detectors": [{"name": "wording", "state": "ready", "detail": ""}],
        "packs": [
            {
                "id": "harbor",
                "title": "Town of Harbor, policy for tests",
                "version": companion_server.pack.version,
                "rules": 4,
                "set_aside": [],
            }
        ],
        "limits": {"max_characters": 20_000},
    }


def test_given_models_still_loading_then_checks_are_partial_and_say_so(tmp_path: Path) -> None:
    slow = Slow()
    with running(tmp_path, more=[slow], wait=False) as server:
        early = server.check("idiot").json
        status = server.post("/v1/status", {}).json
        slow.may_finish.set()
        while not server.reviewer.ready:
            pass
        late = server.check("idiot").json
    assert early["status"] == "partial"
    assert [f["rule"] for f in early["findings"]] == ["tone/insult"]
    assert early["not_checked"] == [
        {"what": "slow", "why": "This check is still starting; it will be ready in a few seconds."}
    ]
    assert status["ready"] is False
    assert {"name": "slow", "state": "loading", "detail": ""} in status["detectors"]
    assert late["status"] == "complete"


def test_given_a_model_that_cannot_load_then_status_says_why_and_the_rest_runs(tmp_path: Path) -> None:
    with running(tmp_path, more=[Broken()]) as server:
        detector = server.post("/v1/status", {}).json["detectors"][1]
        review = server.check("idiot").json
    assert detector == {"name": "broken", "state": "failed", "detail": "OSError: the model file is missing"}
    assert review["status"] == "partial"
    assert review["not_checked"][0]["what"] == "broken"
    assert len(review["findings"]) == 1


def test_given_a_detector_that_fails_on_a_draft_then_the_others_answer_and_its_words_stay_inside(
    tmp_path: Path,
) -> None:
    with running(tmp_path, more=[Stumbling()]) as server:
        answer = server.check("idiot canary")
    assert [f["rule"] for f in answer.json["findings"]] == ["tone/insult"]
    assert answer.json["not_checked"] == [
        {"what": "stumbling", "why": "The check stopped with an error (RuntimeError)."}
    ]
    assert b"canary" not in answer.body


def test_given_a_broken_rule_file_then_status_points_at_it_and_the_rest_runs(tmp_path: Path) -> None:
    with running(tmp_path, pack="mending") as server:
        (pack,) = server.post("/v1/status", {}).json["packs"]
        review = server.check("idiot").json
    (aside,) = pack["set_aside"]
    assert (aside["file"], aside["line"]) == ("mending/rules/tone/broken.yaml", 8)
    assert "not valid YAML" in aside["message"]
    assert pack["rules"] == 1
    assert len(review["findings"]) == 1


def test_given_a_policy_then_it_comes_with_names_rules_and_sites(companion_server: Running) -> None:
    policy = companion_server.post("/v1/policy", {}).json
    (pack,) = policy["packs"]
    assert policy["version"] == pack["version"] == companion_server.pack.version
    assert pack["clauses"]["A.1"] == {"title": "Be kind", "text": "People are spoken of kindly."}
    assert pack["contacts"] == {"clerk": {"name": "The town clerk", "how": "Ask before posting."}}
    assert pack["disclaimers"]["short"] == "My own words."
    assert sorted(rule["id"] for rule in pack["rules"]) == [
        "disclaimer/missing",
        "guess/maybe",
        "personal-data/number",
        "tone/insult",
    ]
    assert policy["sites"] == [
        {
            "id": "pier.example",
            "title": "Pier",
            "surfaces": [{"surface": "post", "limit": 60}, {"surface": "comment", "limit": None}],
        }
    ]
