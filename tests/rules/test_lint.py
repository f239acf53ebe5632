"""What lint says of a pack, by example: each remark with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.detectors.wording import Wording
from companion.review import Reviewer
from companion.rules.authoring.lint import pack_remarks, tried_remarks, written_remarks
from companion.rules.authoring.remark import Remark
from companion.rules.evaluate import Models
from companion.rules.load import Pack, load_pack
from tests.rules.world import HEAD, PACK, pack, rule

SIX = "fires: [a1, a2, a3, a4, a5, a6]\nquiet: [b1, b2, b3, b4, b5, b6]\n"


def said(remarks: list[Remark]) -> list[str]:
    return [f"{r.place.line}: {r.level}: {r.words}" for r in remarks]


def written(the_pack: Pack, kind: str) -> list[str]:
    (loaded,) = the_pack.rules
    return said([r for r in written_remarks(loaded) if r.kind == kind])


def tried(the_pack: Pack, rule_id: str, kind: str) -> list[str]:
    reviewer = Reviewer([Wording(the_pack)], max_characters=1000, budget_ms=5000)
    reviewer.load()
    loaded = next(r for r in the_pack.rules if r.id == rule_id)
    return said([r for r in tried_remarks(loaded, the_pack, reviewer.review, Models()) if r.kind == kind])


class TestStyle:
    @pytest.mark.parametrize(
        ("change", "remark"),
        [
            (("A title", "A title."), "4: mend: a title ends without a full stop"),
            (("why: Because.", "why: Because"), "6: mend: the why should be a sentence"),
            (("why: Because.", "why: A. B. C."), "6: mend: the why has more than 2 sentences"),
            (("why: Because.", f"why: {'long ' * 60}."), "6: mend: the why has 301 characters; 240"),
            (
                ("why: Because.", "why: Your employer reads it."),
                "6: mend: “Your employer” in the why judges the writer",
            ),
            (("may be read otherwise", "violates the policy"), "5: mend: “violates” in the message judges the writer"),
            (("may be read otherwise", "is bad"), "5: mend: neither title nor message says “may” or “might”"),
            (
                ("why: Because.", "why: Because.\nreport: text"),
                "5: mend: {words} is empty in a finding about the whole text",
            ),
            (
                ("Because.", "Because.\nfixes: [{label: take it out., remove: words}]"),
                "7: mend: the label “take it out.”",
            ),
        ],
    )
    def test_given_a_message_unlike_our_tone_then_it_is_named(
        self, tmp_path: Path, change: tuple[str, str], remark: str
    ) -> None:
        made = pack(tmp_path, {"a/b.yaml": HEAD.replace(*change) + f"when: {{phrase: a1}}\n{SIX}"})
        assert [said for said in written(made, "style") if said.startswith(remark)]

    def test_given_a_message_as_we_speak_then_nothing_is_said(self, tmp_path: Path) -> None:
        assert written(rule(tmp_path, "phrase: a1", SIX), "style") == []


def test_given_fewer_than_six_examples_then_both_kinds_are_counted(tmp_path: Path) -> None:
    made = rule(tmp_path, "phrase: a1", "fires: [a1]\n")
    assert [r.partition("; ")[0] for r in written(made, "examples")] == [
        "9: mend: 1 examples under `fires`",
        "2: mend: 0 examples under `quiet`",
    ]


def test_given_a_draft_that_should_fire_and_be_quiet_then_it_is_an_error(tmp_path: Path) -> None:
    made = rule(tmp_path, "phrase: a1", "fires: [{text: a1, words: a1}]\nquiet: [b1, a1, {text: a1, surface: reply}]\n")
    assert written(made, "contradiction") == ["10: error: this draft stands under `fires` too; take one of them out"]


def test_given_two_rules_of_a_theme_that_differ_on_a_draft_then_it_is_noted(tmp_path: Path) -> None:
    files = {
        "tone/fool.yaml": f"{HEAD}when: {{phrase: fool}}\nfires: [{{text: a fool, words: fool}}]\n",
        "tone/other.yaml": f"{HEAD}when: {{phrase: other}}\nquiet: [b, a fool]\n",
        "guess/maybe.yaml": f"{HEAD}when: {{phrase: maybe}}\nquiet: [a fool]\n",
    }
    made = pack(tmp_path, files)
    assert [str(r).partition(";")[0] for r in pack_remarks(made, tmp_path / "test")] == [
        "test/rules/tone/other.yaml:8:12: note: tone/fool speaks on this draft"
    ]


def test_given_a_condition_the_rule_s_modes_rule_out_then_it_can_never_speak(tmp_path: Path) -> None:
    when = "all:\n  - phrase: a1\n  - context: {mode: [official]}"
    assert written(rule(tmp_path / "1", when, "modes: [personal]\n"), "unreachable") == [
        "10: mend: the rule can never speak: this asks for official, its modes are personal"
    ]
    assert written(rule(tmp_path / "2", when), "unreachable") == []
    either = "any:\n  - phrase: a1\n  - context: {mode: [official]}"
    assert written(rule(tmp_path / "3", either, "modes: [personal]\n"), "unreachable") == []


def test_given_a_pattern_with_signs_that_drafts_are_freed_of_then_it_is_never_met(tmp_path: Path) -> None:
    curly = rule(tmp_path / "1", "any:\n  - pattern: '“[^”]+”|código'\n  - phrase: código")
    assert written(curly, "unreachable") == [
        '9: mend: drafts are read in plain letters and signs; write “o” for “ó”, “"” for ““”, “"” for “”” here, '
        "or it is never met"
    ]
    assert written(rule(tmp_path / "2", 'pattern: \'"[^"]+"|codigo|🙂\''), "unreachable") == []


class TestUntested:
    def test_given_a_branch_no_example_holds_then_it_is_named(self, tmp_path: Path) -> None:
        made = rule(tmp_path, "any:\n  - phrase: sun\n  - phrase: moon", "fires: [the sun]\nquiet: [rain]\n")
        assert tried(made, "a/b", "untested") == ["10: note: no example holds this branch: the words “moon”"]

    def test_given_a_branch_that_holds_in_a_quiet_example_only_then_it_is_still_untested(self, tmp_path: Path) -> None:
        when = "all:\n  - phrase: the\n  - any:\n      - phrase: sun\n      - phrase: moon\n  - phrase: sets"
        made = rule(tmp_path, when, "fires: [the sun sets]\nquiet: [the moon]\n")
        assert tried(made, "a/b", "untested") == ["12: note: no example holds this branch: the words “moon”"]

    def test_given_an_exception_no_example_needs_then_it_is_named(self, tmp_path: Path) -> None:
        more = "except:\n  - phrase: sun hat\n  - phrase: sun cream\nfires: [the sun]\nquiet: [my sun hat]\n"
        assert tried(rule(tmp_path, "phrase: sun", more), "a/b", "untested") == [
            "11: note: no example is silenced by this exception: the words “sun cream”"
        ]

    def test_given_a_not_that_keeps_no_example_quiet_then_it_is_named(self, tmp_path: Path) -> None:
        when = "all:\n  - phrase: sun\n  - not: {phrase: hat}\n  - absent: {phrase: cream}"
        made = rule(tmp_path, when, "fires: [the sun]\nquiet: [my sun hat]\n")
        assert tried(made, "a/b", "untested") == [
            "11: note: no example is kept quiet by this: nowhere in the draft: the words “cream”"
        ]

    def test_given_a_choice_under_a_not_then_a_quiet_example_may_hold_it(self, tmp_path: Path) -> None:
        when = "all:\n  - phrase: sun\n  - not: {any: [{phrase: hat}, {phrase: cream}]}"
        made = rule(tmp_path, when, "fires: [the sun]\nquiet: [my sun hat, sun cream]\n")
        assert tried(made, "a/b", "untested") == []


class TestHeard:
    def test_given_a_rule_that_always_gives_way_then_it_is_never_heard(self, tmp_path: Path) -> None:
        graver = HEAD.replace("advice", "serious")
        made = pack(
            tmp_path,
            {
                "tone/fool.yaml": f"{HEAD}when: {{phrase: fool}}\nfires: [fool]\n",
                "tone/grave.yaml": f"{graver}when: {{phrase: fool}}\nfires: [fool]\n",
            },
        )
        assert tried(made, "tone/fool", "unreachable") == [
            "7: mend: the rule is never heard: on its own examples tone/grave go before it"
        ]
        assert tried(made, "tone/grave", "unreachable") == []

    def test_given_another_theme_that_marks_the_same_words_then_the_overlap_is_noted(self, tmp_path: Path) -> None:
        files = {
            "tone/fool.yaml": f"{HEAD}when: {{phrase: fool}}\nfires: [a fool, fools, my fool, old fool]\n",
            "insult/noun.yaml": f"{HEAD}when: {{phrase: fool}}\n",
        }
        assert tried(pack(tmp_path, files), "tone/fool", "overlap") == [
            "7: note: in 3 of 4 examples insult/noun marks the same words"
        ]


def test_given_a_pack_then_files_set_aside_clauses_without_a_rule_and_unused_lists_are_named(tmp_path: Path) -> None:
    made = pack(
        tmp_path,
        {
            "a/good.yaml": f"{HEAD}when: {{phrase: 'you <rude>'}}\n",
            "a/bad.yaml": f"{HEAD}when: {{fraze: x}}\n",
            "rude.txt": "fool",
            "spare.txt": "x",
        },
    )
    (tmp_path / "test" / "meanings").mkdir()
    (tmp_path / "test" / "meanings" / "spare.txt").write_text("+ one\n- two\n", "utf-8")
    (tmp_path / "test" / "pack.yaml").write_text(PACK.replace("contacts:", "  A.2: {title: T, text: T.}\ncontacts:"))
    made = load_pack(tmp_path, "test")
    assert [str(r) for r in pack_remarks(made, tmp_path / "test")] == [
        "test/rules/a/bad.yaml:7:8: error: “fraze” is not a word Foreword knows here; docs/writing-rules.md lists them."
        " This file is not in use",
        "test/pack.yaml:8:8: mend: no rule stands for the clause A.2",
        "test/lexicons/spare.txt:1:1: note: no rule uses this list",
        "test/meanings/spare.txt:1:1: note: no rule asks for this meaning",
    ]
