"""A draft is in the answer's offsets and messages and nowhere else: no log, no error, no file."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.draft import Context, Draft
from companion.errors import BadDraft
from companion.finding import Finding
from companion.json_input import as_model
from tests.running import running

CANARY = "canary-7391"


class Leaky:
    """A detector that fails in the worst way: its error holds the draft."""

    name = "leaky"

    def load(self) -> None:
        pass

    def detect(self, draft: Draft) -> list[Finding]:
        raise SystemError(f"could not read {draft.text}")


def test_given_drafts_of_every_kind_then_no_output_and_no_file_holds_them(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with running(tmp_path / "state", more=[Leaky()]) as server:
        server.check(f"{CANARY} idiot")
        server.post("/v1/check", f'{{"text": "{CANARY}"'.encode())
        server.post("/v1/check", {"text": 5, CANARY: CANARY})
        server.post("/v1/check", {"text": CANARY}, Authorization="Bearer wrong")
        server.post(f"/v1/{CANARY}", {"text": CANARY})
        server.send("POST", f"/v1/check?{CANARY}", CANARY.encode(), {"Host": "attacker.example", "X": CANARY})
    said = capfd.readouterr()
    assert CANARY not in said.out + said.err
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.name for path in written} == {"pairing.json", "pairing.lock"}
    assert not [path for path in written if CANARY in path.read_text("utf-8")]


def test_given_a_draft_then_its_repr_and_its_errors_hide_the_text() -> None:
    draft = Draft(text=CANARY, context=Context(reply_to=CANARY, acting_as=CANARY))
    assert CANARY not in f"{draft!r} {draft} {draft.context!r} {draft.context}"
    with pytest.raises(BadDraft) as refused:
        as_model(Draft, {"text": CANARY, "revision": CANARY})
    assert CANARY not in repr(refused.value)
    assert refused.value.__cause__ is None
