"""Given a text that comes again, when an archive is scanned, then it is looked at once and told each time."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from companion.draft import Context, Draft
from companion.errors import NotReady
from companion.finding import NotChecked, Review
from companion.review import Reviewer
from companion.scan import checking
from companion.scan.checking import Remembered
from tests.cli.conftest import Foreword


class Counting(Reviewer):
    """Says how often it was asked; what it is asked about "later" is not ready yet."""

    def __init__(self) -> None:
        super().__init__([], max_characters=20_000, budget_ms=60_000)
        self.asked: list[str] = []

    def review(self, draft: Draft, is_wanted: Callable[[], bool] = lambda: True) -> Review:  # noqa: ARG002
        self.asked.append(draft.text)
        if draft.text == "broken":
            raise NotReady("not yet")
        partial = draft.text == "later"
        missing = (NotChecked(what="tone", why="The time for checking ran out."),) if partial else ()
        status = "partial" if partial else "complete"
        return Review(draft_id="draft", revision=0, status=status, not_checked=missing, findings=())


def test_given_the_same_words_in_the_same_context_then_they_are_looked_at_once() -> None:
    reviewer = Counting()
    remembered = Remembered(reviewer)
    for mode in ("personal", "official", "personal", "official"):
        remembered.review(Draft(text="hello", context=Context.model_validate({"mode": mode})))
    assert reviewer.asked == ["hello", "hello"]


def test_given_a_review_that_is_not_whole_then_it_is_not_remembered() -> None:
    reviewer = Counting()
    remembered = Remembered(reviewer)
    for _ in range(2):
        assert remembered.review(Draft(text="later")).status == "partial"
        with pytest.raises(NotReady):
            remembered.review(Draft(text="broken"))
    assert reviewer.asked == ["later", "broken"] * 2


def test_given_more_texts_than_are_kept_then_the_oldest_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "REMEMBERED", 2)
    reviewer = Counting()
    remembered = Remembered(reviewer)
    for text in ("a", "b", "a", "c", "a", "b"):
        remembered.review(Draft(text=text))
    assert reviewer.asked == ["a", "b", "c", "b"]


def test_given_a_post_that_was_posted_three_times_then_each_has_its_own_place_and_date(
    foreword: Foreword, tmp_path: Path
) -> None:
    path = tmp_path / "posts.jsonl"
    days = ("2024-05-01T10:00:00Z", "2024-06-01T10:00:00Z", "2024-07-01T10:00:00Z")
    path.write_text("".join(json.dumps({"text": "What an idiot.", "created_at": day}) + "\n" for day in days), "utf-8")
    printed = foreword("scan", str(path), "--as", "jsonl")
    *items, end = [json.loads(line) for line in printed.out.splitlines()]
    assert [(item["where"], item["time"]) for item in items] == [(f"line {n}", day) for n, day in enumerate(days, 1)]
    assert items[0]["findings"] == items[1]["findings"] == items[2]["findings"] != []
    assert end["items_with_findings"] == 3
