"""Marked drafts → figures per rule id."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from companion.detectors.wording import Wording
from companion.draft import Draft
from companion.finding import Review
from companion.review import Reviewer
from companion.rules.authoring.measurement import Measurement, measured
from companion.rules.authoring.rows import BadRow, MarkedRow, read_rows
from tests.rules.world import HEAD, pack

SERIOUS = HEAD.replace("advice", "serious")


def line(text: str, **marks: Any) -> bytes:
    return json.dumps({"text": text, **marks}).encode()


def rows(*lines: bytes) -> list[MarkedRow]:
    read = list(read_rows(lines))
    assert all(isinstance(row, MarkedRow) for row in read), read
    return [row for row in read if isinstance(row, MarkedRow)]


@pytest.fixture
def review(tmp_path: Path) -> Reviewer:
    """Finds `fool` (tone), `maybe` and `surely` (guess), and `key 7` (secret, serious)."""
    made = pack(
        tmp_path,
        {
            "tone/fool.yaml": f"{HEAD}when: {{phrase: fool}}\n",
            "guess/maybe.yaml": f"{HEAD}when: {{phrase: maybe}}\n",
            "guess/surely.yaml": f"{HEAD}when: {{phrase: surely}}\n",
            "secret/key.yaml": f"{SERIOUS}when: {{phrase: key 7}}\n",
        },
    )
    reviewer = Reviewer([Wording(made)], max_characters=1000, budget_ms=5000)
    reviewer.load()
    return reviewer


def figures(measurement: Measurement, rule: str) -> tuple[float, float | None, float]:
    found = next(r for r in measurement.rules if r.rule == rule)
    return found.precision, found.recall, found.f1


def test_given_right_missed_and_wrong_rows_then_precision_recall_and_f1_follow(review: Reviewer) -> None:
    marked = rows(
        line("What a fool.", id="hit", expect=["tone"]),
        line("A silly man.", id="miss", expect=["tone"]),
        line("An apple fool for pudding.", id="wrong"),
        line("Fool and fool again.", id="twice", expect=["tone"]),
    )
    measurement = measured(marked, review.review)
    assert figures(measurement, "tone") == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert [(o.row.name, o.missed, o.wrong) for o in measurement.confused] == [
        ("miss", ["tone"], []),
        ("wrong", [], ["tone"]),
    ]


def test_given_two_rules_of_one_family_then_they_count_as_one_id(review: Reviewer) -> None:
    measurement = measured(rows(line("Maybe, surely.", expect=["guess"])), review.review)
    assert [(r.rule, r.right, r.wrong) for r in measurement.rules] == [("guess", 1, [])]


def test_given_an_allowed_rule_then_it_neither_helps_nor_hurts(review: Reviewer) -> None:
    measurement = measured(
        rows(line("Maybe a fool.", allow=["tone", "guess"]), line("Rain.", allow=["tone"])), review.review
    )
    assert measurement.rules == ()
    assert measurement.alarms("advice") == []


def test_given_marked_words_then_a_finding_beside_them_does_not_hit(review: Reviewer) -> None:
    marked = rows(
        line("The fool said maybe.", expect=["tone"], spans=[["tone", "fool said"]]),
        line("The fool said that.", expect=["tone"], spans=[["tone", "that"]]),
        line("Not found at all.", expect=["tone"], spans=[["tone", "found"]]),
    )
    assert measured(marked, review.review).span_overlap == 0.5


def test_given_ordinary_rows_then_alarms_are_counted_by_severity(review: Reviewer) -> None:
    marked = rows(
        line("Maybe.", id="remark"), line("Key 7.", id="alarm"), line("Sun.", id="calm"), line("Fool.", expect=["tone"])
    )
    measurement = measured(marked, review.review)
    assert [o.row.name for o in measurement.alarms("warning")] == ["alarm"]
    assert [o.row.name for o in measurement.alarms("advice")] == ["remark", "alarm"]
    assert len(measurement.ordinary) == 3


def test_given_a_rule_that_is_raised_and_never_expected_then_it_lowers_the_macro_precision(review: Reviewer) -> None:
    measurement = measured(rows(line("Fool.", expect=["tone"]), line("Maybe.")), review.review)
    assert (measurement.macro_precision, measurement.macro_recall) == (0.5, 1.0)


def test_given_nothing_to_average_then_there_is_no_figure(review: Reviewer) -> None:
    measurement = measured([], review.review)
    assert (measurement.macro_precision, measurement.macro_recall, measurement.span_overlap) == (None, None, None)


def test_given_a_partial_review_then_its_row_is_named() -> None:
    def review(draft: Draft) -> Review:
        return Review(draft_id=draft.draft_id, revision=0, status="partial")

    assert measured(rows(line("Rain.", id=7)), review).not_complete == ["7"]


def test_given_a_byte_order_mark_then_the_first_line_is_read_all_the_same() -> None:
    (only,) = rows(b"\xef\xbb\xbf" + line("One.", id="first"))
    assert only.name == "first"


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b"{", "The JSON ends or breaks at line 1, column 2."),
        (b"[]", "The line must be a JSON object."),
        (b"{}", "“text” is missing."),
        (line("x", expect="rumor"), "“expect” must be a list."),
        (line("x", allow=[1]), "“allow.0” must be text in quotation marks."),
        (line("x", spans=[["rumor", "secret"]]), "“spans” names words that are not in the text."),
        (line("x", context={"mood": "good"}), "There is a field here that Foreword does not know."),
        (line("x", mode="formal"), "“mode” must be one of: personal or official."),
        (b"\xff", "Byte 1 is not UTF-8; send JSON as UTF-8."),
    ],
)
def test_given_a_bad_line_then_its_number_and_reason_are_kept_and_the_others_read(bad: bytes, said: str) -> None:
    first, wrong, last = read_rows([line("One."), bad, line("Two.")])
    assert isinstance(wrong, BadRow)
    assert wrong.line == 2
    assert wrong.reason.startswith(said)
    assert isinstance(first, MarkedRow)
    assert isinstance(last, MarkedRow)
