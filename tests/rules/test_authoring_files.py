"""The page of clauses and rules, a new rule's file, and what a change of a pack changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.detectors.wording import Wording
from companion.draft import Draft
from companion.errors import BadDraft
from companion.finding import Review
from companion.review import Reviewer
from companion.rules.authoring.coverage import coverage_page
from companion.rules.authoring.difference import changes
from companion.rules.authoring.lint import written_remarks
from companion.rules.authoring.rows import MarkedRow
from companion.rules.authoring.scaffold import scaffold
from companion.rules.check import check_rule
from companion.rules.evaluate import Models
from companion.rules.load import Pack
from tests.rules.world import HEAD, PACK, pack

GRAVER = HEAD.replace("advice", "serious")


def test_given_a_pack_then_each_clause_and_each_rule_id_has_a_line(tmp_path: Path) -> None:
    made = pack(
        tmp_path,
        {
            "tone/fool.yaml": f"{HEAD}modes: [personal]\nwhen: {{phrase: fool}}\n",
            "tone/threat.yaml": f"{GRAVER}modes: [personal]\nwhen: {{phrase: hurt}}\n",
            "guess/maybe.yaml": f"{HEAD}when: {{phrase: maybe}}\n",
        },
    )
    page = coverage_page(made)
    assert "City of Testing (TEST 1): 1 of 1 clauses have rules." in page
    assert "| A.1 | Be kind | `guess`, `tone` |" in page
    assert "| `tone` | A.1 | personal | serious | fool, threat |" in page
    assert "| `guess` | A.1 | personal, official | advice | maybe |" in page


def test_given_a_clause_without_a_rule_then_the_page_says_none(tmp_path: Path) -> None:
    pack(tmp_path, {})
    (tmp_path / "test" / "pack.yaml").write_text(PACK.replace("contacts:", "  A.2: {title: T, text: T.}\ncontacts:"))
    assert "| A.2 | T | **none** |" in coverage_page(pack_of(tmp_path))


def pack_of(folder: Path) -> Pack:
    from companion.rules.load import load_pack

    return load_pack(folder, "test")


def test_given_a_new_rule_then_it_can_be_read_and_fails_its_own_tests_until_filled_in(tmp_path: Path) -> None:
    text = scaffold("tone/new", pack(tmp_path, {}), None)
    (loaded,) = pack(tmp_path, {"tone/new.yaml": text}).rules
    assert len(check_rule(loaded, pack_of(tmp_path), Models())) == 6
    assert [str(r) for r in written_remarks(loaded)] == []
    filled = text.replace("- A draft in which the rule speaks", "- Words to look for")
    (loaded,) = pack(tmp_path, {"tone/new.yaml": filled}).rules
    assert check_rule(loaded, pack_of(tmp_path), Models()) == []


@pytest.mark.parametrize("rule_id", ["tone", "Tone/new", "tone/new rule", "../x", "tone/new/er", "tone/-x", "/tone"])
def test_given_an_id_that_is_no_path_of_a_rule_then_it_is_refused(tmp_path: Path, rule_id: str) -> None:
    with pytest.raises(BadDraft, match="theme/name"):
        scaffold(rule_id, pack(tmp_path, {}), None)


def test_given_an_unknown_clause_then_those_of_the_pack_are_named(tmp_path: Path) -> None:
    with pytest.raises(BadDraft, match=r"no clause 'Z\.9' in pack\.yaml\. It has: A\.1\."):
        scaffold("tone/new", pack(tmp_path, {}), "Z.9")


def test_given_two_packs_then_only_what_differs_is_told(tmp_path: Path) -> None:
    def reviewing(name: str, rules: dict[str, str]) -> Reviewer:
        reviewer = Reviewer([Wording(pack(tmp_path / name, rules))], max_characters=1000, budget_ms=5000)
        reviewer.load()
        return reviewer

    old = reviewing(
        "old", {"a/fool.yaml": f"{HEAD}when: {{phrase: fool}}\n", "a/sun.yaml": f"{HEAD}when: {{phrase: sun}}\n"}
    )
    new = reviewing(
        "new",
        {
            "a/fool.yaml": f"{GRAVER}when: {{phrase: fool}}\n",
            "a/moon.yaml": f"{HEAD}when: {{phrase: moon}}\n",
            "a/sun.yaml": f"{HEAD}confidence: 0.5\nwhen: {{phrase: [sun, sunny]}}\n",
        },
    )
    rows = [row("1", "A fool in the sun."), row("2", "The moon."), row("3", "The sun.")]
    found = list(changes(rows, old.review, new.review))
    assert [(c.kind, c.row.name, c.rule, c.before, c.after, c.words) for c in found] == [
        ("changed", "1", "a/fool", "advice", "serious", "fool"),
        ("new", "2", "a/moon", None, "advice", "moon"),
    ]
    assert [c.kind for c in changes(rows, new.review, old.review)] == ["changed", "gone"]


def test_given_a_finding_about_the_whole_text_then_it_is_told_last(tmp_path: Path) -> None:
    rules = {
        "a/all.yaml": f"{HEAD}report: text\nwhen: {{phrase: sun}}\n",
        "b/sun.yaml": f"{HEAD}when: {{phrase: sun}}\n",
    }
    reviewer = Reviewer([Wording(pack(tmp_path, rules))], max_characters=1000, budget_ms=5000)
    reviewer.load()
    nothing = Review(draft_id="x", revision=0, status="complete")
    found = list(changes([row("1", "The sun.")], lambda _: nothing, reviewer.review))
    assert [(c.rule, c.words) for c in found] == [("b/sun", "sun"), ("a/all", "the whole text")]


def row(name: str, text: str) -> MarkedRow:
    return MarkedRow(name, Draft(text=text), frozenset(), frozenset(), ())
