"""`POST /v1/redact`: the copy, or a refusal while what sees private details is not ready."""

from __future__ import annotations

from pathlib import Path

from companion.detectors.confidential_lists import ConfidentialLists
from companion.draft import Draft
from companion.finding import Finding
from companion.rules.evaluate import Entity
from companion.rules.load import load_pack
from tests.companion.lists.world import library_with
from tests.running import PACKS, Running, running


class Failing:
    """A detector that sees private parts, and could not be started."""

    name = "failing"

    def load(self) -> None:
        raise OSError("the model file is missing")

    def detect(self, draft: Draft) -> list[Finding]:
        raise NotImplementedError

    def entities(self, text: str) -> tuple[Entity, ...]:
        raise NotImplementedError


def test_given_a_draft_then_a_copy_with_placeholders(tmp_path: Path) -> None:
    library = library_with(tmp_path, vendors=["Fairhaven Paving"])
    with running(tmp_path, more=[ConfidentialLists(load_pack(PACKS, "harbor"), library)]) as server:
        answer = server.post("/v1/redact", {"draft_id": "d", "revision": 3, "text": "😀 FAIRHAVEN paving won"})
    assert (answer.status, answer.json) == (
        200,
        {
            "draft_id": "d",
            "revision": 3,
            "text": "😀 [CONFIDENTIAL 1] won",
            "placeholders": ["[CONFIDENTIAL 1]"],
            "not_checked": [],
        },
    )


def test_given_a_check_that_could_not_be_started_then_no_copy_is_made(tmp_path: Path) -> None:
    with running(tmp_path, more=[Failing()]) as server:
        answer = server.post("/v1/redact", {"text": "canary"})
    assert (answer.status, answer.json["type"]) == (503, "urn:foreword:not-ready")
    assert answer.json["detail"] == ("The check “failing” could not be started, so private details could be missed.")


def test_given_nothing_private_then_the_copy_is_the_draft(companion_server: Running) -> None:
    assert companion_server.post("/v1/redact", {"text": "A lovely day."}).json["text"] == "A lovely day."
