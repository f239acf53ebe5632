"""One draft, many detectors: order, echoes, limits, and the honest `not_checked`."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.draft import Draft
from companion.errors import Superseded
from companion.finding import SEVERITIES, Finding, Fix, Review, Severity
from companion.review import Reviewer
from companion.settling import giving_way, in_order, without_echoes


def finding(rule: str, severity: Severity, start: int | None, end: int | None) -> Finding:
    return Finding(
        id=f"{rule}{start}",
        rule=rule,
        clause=("A.1",),
        severity=severity,
        confidence=0.5,
        start=start,
        end=end,
        title="t",
        message="m",
        why="w",
        detector="d",
    )


class Finds:
    """Finds what it was made with; remembers what it was given."""

    def __init__(self, name: str, *found: Finding) -> None:
        self.name = name
        self.found = list(found)
        self.seen: list[str] = []

    def load(self) -> None:
        pass

    def detect(self, draft: Draft) -> list[Finding]:
        self.seen.append(draft.text)
        return self.found


class Fails(Finds):
    def load(self) -> None:
        raise RuntimeError("no model")


def reviewer(*detectors: Finds, max_characters: int = 100, budget_ms: int = 60_000, at_once: int = 1) -> Reviewer:
    made = Reviewer(detectors, max_characters=max_characters, budget_ms=budget_ms, at_once=at_once)
    made.load()
    return made


class Waits(Finds):
    """Finds only when `other` is looking at the draft at the same time."""

    def __init__(self, name: str, here: threading.Event, other: threading.Event, *found: Finding) -> None:
        super().__init__(name, *found)
        self.here = here
        self.other = other

    def detect(self, draft: Draft) -> list[Finding]:
        self.here.set()
        assert self.other.wait(20)
        return super().detect(draft)


def heard(theme: str, confidence: float) -> Finding:
    """By the meaning of the whole sentence."""
    spoken = finding(f"{theme}/in-other-words", "advice", 0, 20)
    return spoken.model_copy(update={"detector": "meaning", "confidence": confidence})


def rules(review: Review) -> list[str]:
    return [f.rule for f in review.findings]


def test_given_findings_of_several_detectors_then_worst_first_then_by_place() -> None:
    one = Finds("one", finding("a/late", "advice", 9, 10), finding("b/whole", "serious", None, None))
    two = Finds("two", finding("c/early", "advice", 1, 2), finding("d/placed", "serious", 5, 6))
    review = reviewer(one, two).review(Draft(text="0123456789"))
    assert rules(review) == ["d/placed", "b/whole", "c/early", "a/late"]
    assert review.status == "complete"


def test_given_overlapping_findings_of_one_family_then_the_worst_is_kept() -> None:
    found = [
        finding("personal-data/phone", "advice", 0, 8),
        finding("personal-data/us-ssn", "serious", 2, 6),
        finding("tone/insult", "info", 2, 6),
    ]
    assert [f.rule for f in without_echoes(found)] == ["personal-data/us-ssn", "tone/insult"]


def test_given_neighbours_of_one_family_then_both_are_kept() -> None:
    found = [finding("personal-data/phone", "advice", 0, 4), finding("personal-data/email", "advice", 4, 8)]
    assert len(without_echoes(found)) == 2


@pytest.mark.parametrize(
    ("beside", "stays"),
    [
        (finding("insult/word", "warning", 4, 9), False),
        (finding("insult/word", "info", 4, 9), True),
        (finding("insult/word", "warning", 30, 35), True),
        (finding("insult/whole", "warning", None, None), True),
        (finding("fights/word", "advice", 4, 9), True),
        (heard("quarrel", 0.4), True),
        (heard("quarrel", 0.65), False),
    ],
)
def test_given_a_sentence_only_heard_for_a_theme_then_it_gives_way_to_what_is_plain_in_it(
    beside: Finding, stays: bool
) -> None:
    unsure = heard("fights", 0.4)
    assert (unsure in giving_way([beside, unsure], sure_enough=0.55)) is stays
    assert unsure in giving_way([beside, unsure], sure_enough=0.4), "sure enough"
    assert beside in giving_way([beside, unsure], sure_enough=0.55)


def test_given_a_draft_over_the_limit_then_only_its_beginning_is_read_and_that_is_said() -> None:
    reads = Finds("reads")
    review = reviewer(reads, max_characters=3).review(Draft(text="abcdef"))
    assert reads.seen == ["abc"]
    assert review.status == "partial"
    assert review.not_checked[0].what == "length"


def test_given_a_draft_of_exactly_the_limit_then_complete() -> None:
    assert reviewer(Finds("reads"), max_characters=3).review(Draft(text="abc")).status == "complete"


def test_given_a_detector_that_failed_to_load_then_it_is_named_and_never_asked() -> None:
    failing, working = Fails("failing"), Finds("working", finding("a/b", "info", 0, 1))
    made = reviewer(failing, working)
    review = made.review(Draft(text="x"))
    assert [(s.name, s.state, s.detail) for s in made.states] == [
        ("failing", "failed", "RuntimeError: no model"),
        ("working", "ready", ""),
    ]
    assert [n.what for n in review.not_checked] == ["failing"]
    assert rules(review) == ["a/b"]
    assert failing.seen == []


def test_given_no_time_left_then_the_rest_is_named_and_what_was_found_is_kept() -> None:
    class Takes(Finds):
        def detect(self, draft: Draft) -> list[Finding]:
            threading.Event().wait(0.06)  # longer than the budget below
            return super().detect(draft)

    review = reviewer(Takes("takes", finding("a/b", "info", 0, 1)), Finds("late"), budget_ms=50).review(Draft(text="x"))
    assert rules(review) == ["a/b"]
    assert [(n.what, n.why) for n in review.not_checked] == [("late", "The time for checking ran out.")]


def test_given_two_detectors_at_once_then_they_look_together_and_answer_in_their_order() -> None:
    one, other = threading.Event(), threading.Event()
    first = Waits("first", one, other, finding("a/same", "advice", 1, 2))
    second = Waits("second", other, one, finding("b/same", "advice", 1, 2))
    failed = Fails("failed")
    review = reviewer(first, second, failed, at_once=2).review(Draft(text="0123456789"))
    assert rules(review) == ["a/same", "b/same"]
    assert [left.what for left in review.not_checked] == ["failed"]


def test_given_two_at_once_and_nobody_who_waits_then_no_detector_is_asked() -> None:
    one, two = Finds("one"), Finds("two")
    with pytest.raises(Superseded):
        reviewer(one, two, at_once=2).review(Draft(text="abc"), lambda: False)
    assert one.seen == two.seen == []


def test_given_emoji_then_spans_of_findings_and_fixes_move_to_utf16() -> None:
    text = "😀 idiot"
    found = finding("a/b", "info", 2, 7).model_copy(update={"fixes": (Fix(label="x", start=1, end=7, replacement=""),)})
    review = reviewer(Finds("one", found)).review(Draft(text=text)).in_utf16(text)
    (moved,) = review.findings
    assert (moved.start, moved.end) == (3, 8)
    assert (moved.fixes[0].start, moved.fixes[0].end) == (2, 8)


FINDINGS = st.lists(
    st.builds(
        lambda rule, severity, start, length: finding(
            rule, severity, None if start is None else start, None if start is None else start + length
        ),
        st.sampled_from(["a/x", "a/y", "b/x"]),
        st.sampled_from(SEVERITIES),
        st.none() | st.integers(0, 20),
        st.integers(1, 6),
    )
)


@given(FINDINGS)
def test_the_order_does_not_depend_on_the_order_of_detectors(found: list[Finding]) -> None:
    def shown(findings: list[Finding]) -> list[tuple[str, str, int | None, int | None]]:
        return [(f.severity, f.rule, f.start, f.end) for f in in_order(findings)]

    assert shown(found) == shown(list(reversed(found)))


@given(FINDINGS)
def test_nothing_worse_is_ever_dropped_for_something_milder(found: list[Finding]) -> None:
    kept = without_echoes(found)
    for dropped in (f for f in found if f not in kept):
        family = dropped.rule.partition("/")[0]
        rivals = [k for k in kept if k.rule.partition("/")[0] == family]
        assert any(SEVERITIES.index(k.severity) >= SEVERITIES.index(dropped.severity) for k in rivals)
