"""`POST /v1/check`: the contract, by example."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from companion.draft import MODES, SURFACES
from tests.running import Running, running

DRAFT = {
    "draft_id": "a-1",
    "revision": 7,
    "text": "😀 What an idiot. It is 536-22-8147.",
    "context": {
        "mode": "personal",
        "surface": "post",
        "site": "pier.example",
        "reply_to": None,
        "previous_text": None,
        "shared_text": None,
        "shared_author": None,
        "media": [],
        "profile_text": None,
        "acting_as": None,
        "employment": None,
        "pasted_text": None,
    },
}


def test_given_a_draft_when_checked_then_the_review_has_exactly_the_contract_s_shape(companion_server: Running) -> None:
    answer = companion_server.post("/v1/check", DRAFT)
    review = answer.json
    assert answer.status == 200
    assert {key: value for key, value in review.items() if key != "findings"} == {
        "draft_id": "a-1",
        "revision": 7,
        "status": "complete",
        "not_checked": [],
    }
    number, insult = review["findings"]
    assert insult == {
        "id": insult["id"],
        "rule": "tone/insult",
        "clause": ["A.1"],
        "severity": "warning",
        "confidence": 0.8,
        "start": 11,
        "end": 16,
        "title": "May read as an insult",
        "message": "“idiot” may hurt the person it is about.",
        "why": "Readers remember the word and not the reason.",
        "fixes": [
            {"label": "Take the word out", "start": 10, "end": 16, "replacement": ""},
            {"label": "Say “person”", "start": 11, "end": 16, "replacement": "person"},
        ],
        "contacts": ["clerk"],
        "detector": "wording",
        "hold": None,
        "citizen": None,
    }
    assert number["rule"] == "personal-data/number"


def test_given_emoji_before_the_words_then_spans_count_utf16_units(companion_server: Running) -> None:
    text = "👩‍👩‍👧 e\u0301 שלום idiot"
    (finding,) = companion_server.check(text).json["findings"]
    in_utf16 = text.encode("utf-16-le")
    assert in_utf16[finding["start"] * 2 : finding["end"] * 2].decode("utf-16-le") == "idiot"


def test_given_a_finding_about_the_whole_text_then_it_has_no_place(companion_server: Running) -> None:
    (finding,) = companion_server.check("Harbor is lovely").json["findings"]
    assert (finding["start"], finding["end"]) == (None, None)


def test_given_a_site_with_a_limit_then_a_fix_that_would_not_fit_is_left_out(companion_server: Running) -> None:
    def labels(**context: str) -> list[str]:
        (finding,) = companion_server.check("Harbor is lovely today", **context).json["findings"]
        return [fix["label"] for fix in finding["fixes"]]

    assert labels(site="pier.example") == ["Add the short disclaimer"]
    assert labels(site="pier.example", surface="comment") == ["Add the disclaimer", "Add the short disclaimer"]
    assert labels() == ["Add the disclaimer", "Add the short disclaimer"]


def test_given_the_official_mode_then_rules_for_personal_accounts_are_quiet(companion_server: Running) -> None:
    assert companion_server.check("Harbor is lovely", mode="official").json["findings"] == []


def test_given_no_characters_then_complete_and_nothing_found(companion_server: Running) -> None:
    review = companion_server.check("").json
    assert review == {"draft_id": "d", "revision": 1, "status": "complete", "not_checked": [], "findings": []}


def test_given_100_000_characters_then_the_rest_is_named_as_not_checked(companion_server: Running) -> None:
    review = companion_server.check("idiot " + "a" * 99_994).json
    assert review["status"] == "partial"
    assert [f["rule"] for f in review["findings"]] == ["tone/insult"]
    assert review["not_checked"] == [
        {"what": "length", "why": "The draft has 100,000 characters; only the first 20,000 were checked."}
    ]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("\\ud83d idiot", 2),
        ("\\ude00 idiot", 2),
        ("\\u0000 idiot", 2),
        ("\\ud83d\\ude00 idiot", 3),
        ("\\u202e idiot", 2),
    ],
    ids=["lone high surrogate", "lone low surrogate", "NUL", "a whole pair", "right-to-left override"],
)
def test_given_odd_characters_then_offsets_stay_where_javascript_sees_them(
    companion_server: Running, text: str, start: int
) -> None:
    answer = companion_server.post("/v1/check", f'{{"text": "{text}"}}'.encode())
    (finding,) = answer.json["findings"]
    assert (finding["start"], finding["end"]) == (start, start + 5)


def test_given_only_a_text_then_the_rest_has_defaults(companion_server: Running) -> None:
    review = companion_server.post("/v1/check", {"text": "hello"}).json
    assert (review["draft_id"], review["revision"]) == ("draft", 0)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("surface", SURFACES)
def test_given_every_mode_and_surface_then_it_is_checked(companion_server: Running, mode: str, surface: str) -> None:
    assert companion_server.check("hello", mode=mode, surface=surface).json["status"] == "complete"


def test_given_an_unlisted_site_then_it_is_checked_all_the_same(companion_server: Running) -> None:
    assert companion_server.check("idiot", site="nobody-knows.example").json["findings"]


def test_given_a_megabyte_of_emoji_in_bytes_below_the_limit_then_it_is_answered(companion_server: Running) -> None:
    body = json.dumps({"text": "😀" * 240_000}, ensure_ascii=False).encode()
    answer = companion_server.post("/v1/check", body)
    assert answer.status == 200
    assert answer.json["status"] == "partial"


def test_given_a_smaller_limit_then_status_names_it(tmp_path: Path) -> None:
    with running(tmp_path, max_characters=10) as server:
        assert server.post("/v1/status", {}).json["limits"] == {"max_characters": 10}
        assert server.check("a" * 11).json["status"] == "partial"
