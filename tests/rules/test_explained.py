"""Rules in plain words, and what each part of a rule found in a draft."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from companion.draft import Context, Draft
from companion.rules.authoring.plain_words import Said, reach, said
from companion.rules.authoring.trace import Step, Trace, nearest, trace
from companion.rules.evaluate import Evidence
from companion.rules.load import Pack
from companion.rules.model import Node, Rule
from tests.rules.world import HEAD, pack, rule


def traced(the_pack: Pack, text: str, **context: Any) -> Trace:
    (loaded,) = the_pack.rules
    return trace(loaded, Evidence(Draft(text=text, context=Context(**context))))


def seen(step: Step) -> list[tuple[bool, tuple[str, ...]]]:
    return [(part.holds, part.found) for part in step.parts]


@pytest.mark.parametrize(
    ("node", "words"),
    [
        ({"phrase": "a"}, "the words “a”"),
        ({"phrase": ["a", "b"], "case": True}, "the words “a” or “b”, with these capitals"),
        ({"phrase": list("abcde")}, "the words “a” or “b” or “c” (and 2 more)"),
        ({"lexicon": "rude", "disguised": True}, "a line of the list “rude”, however disguised"),
        (
            {"lexicon": "x", "in": ["reply_to", "text"]},
            "a line of the list “x”, in the post that is answered or the draft",
        ),
        ({"pattern": r"\d"}, r"the pattern “\d”"),
        (
            {"entity": ["US_SSN", "CREDIT_CARD"], "min_score": 0.5},
            "personal data: US_SSN or CREDIT_CARD, at least 0.5 sure",
        ),
        (
            {"context": {"mode": ["official"], "media": ["image", "video"]}},
            "it is written as official and image or video is attached",
        ),
        ({"like": "rumor"}, "a sentence that reads like the examples of “rumor”"),
        ({"listed": "any"}, "a term of any confidential list"),
        ({"listed": ["vendors", "cases"]}, "a term of the confidential list vendors or cases"),
        ({"context": {"has": ["reply_to"]}}, "the post that is answered is known"),
        ({"changed": {"weighty": "w", "light": "l"}}, "the edit says something else than what was published"),
        (
            {"shares_words": {"with": "reply_to", "light": "l"}},
            "the draft and the post that is answered have a word in common",
        ),
        ({"not": {"phrase": "a"}}, "not the words “a”"),
        (
            {"absent": {"phrase": "a"}, "in": ["text", "profile_text"]},
            "nowhere in the draft or the profile: the words “a”",
        ),
    ],
)
def test_given_a_test_of_the_language_then_it_has_a_sentence(node: dict[str, Any], words: str) -> None:
    assert said(Node.model_validate(node), ("when",)) == Said(("when",), words)


def test_given_a_tree_then_each_part_stands_below_with_its_place() -> None:
    node = Node.model_validate({"within": {"words": 4}, "all": [{"phrase": "a"}, {"any": [{"phrase": "b"}]}]})
    tree = said(node, ("when",))
    assert tree.words == "all of these, within 4 words"
    assert [part.path for part in tree.parts] == [("when", "all", 0), ("when", "all", 1)]
    assert tree.parts[1].parts[0].words == "the words “b”"


def test_every_test_the_language_has_is_said_in_words() -> None:
    """A key of a node that is neither told here nor a way to narrow one would be printed raw."""
    told = {"phrase", "lexicon", "pattern", "entity", "like", "unlike", "listed", "context", "changed", "shares_words"}
    joined = {"absent", "all_", "any_", "not_"}
    narrowing = {"in_", "within", "disguised", "case", "min_score"}
    assert set(Node.model_fields) - told - joined - narrowing <= {"tone"}, "tell it in plain_words.py"


def test_given_a_rule_for_some_surfaces_then_its_reach_names_them(tmp_path: Path) -> None:
    (loaded,) = rule(tmp_path, "phrase: a", "modes: [official]\nsurfaces: [reply, live]").rules
    assert reach(loaded.rule) == "official; reply, live"
    everywhere = Rule.model_validate(loaded.rule.model_dump(by_alias=True, exclude={"modes", "surfaces"}))
    assert reach(everywhere) == "personal and official; everywhere"


def test_given_a_finding_then_the_leaf_and_its_words_are_shown(tmp_path: Path) -> None:
    made = rule(tmp_path, "all:\n  - phrase: council\n  - any: [{phrase: denies}, {phrase: approves}]")
    found = traced(made, "The council approves it.")
    assert found.found == ("council",)
    assert seen(found.when) == [(True, ("council",)), (True, ("approves",))]
    assert seen(found.when.parts[1]) == [(False, ()), (True, ("approves",))]


def test_given_an_exception_then_what_it_silenced_is_named(tmp_path: Path) -> None:
    made = rule(tmp_path, "phrase: clowns", "except:\n  - phrase: rodeo clowns\n  - phrase: circus clowns")
    found = traced(made, "circus clowns")
    assert found.found is None
    assert [(s.path, s.words) for s in found.silenced] == [(("except", 1), ("clowns",))]
    half = traced(made, "circus clowns and clowns")
    assert (half.found, half.silenced[0].words) == (("clowns",), ("clowns",))


def test_given_parts_in_different_sentences_then_the_nearest_sentence_is_shown(tmp_path: Path) -> None:
    made = rule(tmp_path, "within: sentence\nall: [{phrase: pool}, {phrase: will close}, {phrase: soon}]")
    found = traced(made, "The pool. It will close soon. Bye.")
    assert found.when.place == "It will close soon."
    assert [holds for holds, _ in seen(found.when)] == [False, True, True]


def test_given_parts_too_far_apart_then_the_neighbourhood_is_shown(tmp_path: Path) -> None:
    made = rule(tmp_path, "within: {words: 2}\nall: [{phrase: pool}, {phrase: close}]")
    found = traced(made, "one two pool three four five close")
    assert found.when.place == "one two pool three four"
    assert seen(found.when) == [(True, ("pool",)), (False, ())]


def test_given_a_test_of_several_texts_then_each_is_asked(tmp_path: Path) -> None:
    made = rule(tmp_path, "absent: {phrase: my own}\nin: [text, profile_text]")
    found = traced(made, "Rain.", profile_text="my own words")
    assert not found.when.holds
    assert [part.holds for part in found.when.parts] == [False, True]


def test_given_another_mode_then_the_rule_does_not_apply(tmp_path: Path) -> None:
    assert not traced(rule(tmp_path, "phrase: a", "modes: [official]"), "a").applies


def test_nearest_are_the_silenced_and_those_that_lack_one_part(tmp_path: Path) -> None:
    made = pack(
        tmp_path,
        {
            "a/far.yaml": f"{HEAD}when: {{all: [{{phrase: sun}}, {{phrase: moon}}, {{phrase: stars}}]}}\n",
            "a/choice.yaml": f"{HEAD}when: {{any: [{{phrase: moon}}, {{all: [{{phrase: sun}}, {{phrase: moon}}]}}]}}\n",
            "a/near.yaml": f"{HEAD}when: {{all: [{{phrase: sun}}, {{phrase: today}}, {{phrase: moon}}]}}\n",
            "a/nothing.yaml": f"{HEAD}when: {{phrase: moon}}\n",
            "a/speaks.yaml": f"{HEAD}when: {{phrase: sun}}\n",
            "a/against.yaml": f"{HEAD}when: {{all: [{{phrase: moon}}, {{not: {{phrase: mars}}}}]}}\n",
            "a/taken.yaml": f"{HEAD}when: {{phrase: sun}}\nexcept: [{{phrase: sun today}}]\n",
        },
    )
    evidence = Evidence(Draft(text="the sun today"))
    traces = [trace(loaded, evidence) for loaded in made.rules]
    assert [t.rule.id for t in nearest(traces, 5)] == ["a/taken", "a/near", "a/choice"]
    assert [t.rule.id for t in nearest(traces, 1)] == ["a/taken"]
