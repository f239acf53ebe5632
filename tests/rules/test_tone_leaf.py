"""`tone:` in a rule: which words are marked, from which score on, and in which text."""

from __future__ import annotations

from pathlib import Path

from companion.detectors.tone import ToneDetector
from companion.draft import Context, Draft
from companion.rules.browser_build import basic_rules
from companion.rules.load import Pack
from tests.rules.world import rule


def words(pack: Pack, text: str, reply_to: str | None = None) -> list[str | None]:
    assert pack.set_aside == (), [str(error) for error in pack.set_aside]
    detector = ToneDetector(pack)
    detector.load()
    found = detector.detect(Draft(text=text, context=Context(reply_to=reply_to)))
    return [None if f.start is None else text[f.start : f.end] for f in found]


def test_given_an_insult_then_its_words_are_marked_and_the_browser_leaves_the_rule_out(tmp_path: Path) -> None:
    pack = rule(tmp_path, "tone: insult")
    assert words(pack, "The park is nice. You are a moron, Dave.") == ["moron"]
    assert words(pack, "The park is nice. Dave likes it.") == []
    assert basic_rules(pack) == ()


def test_given_a_higher_score_than_anything_has_then_nothing_is_marked(tmp_path: Path) -> None:
    assert words(rule(tmp_path, "tone: insult\nmin_score: 1.0"), "You are a moron, Dave.") == []


def test_given_other_words_in_the_same_sentence_then_both_must_hold(tmp_path: Path) -> None:
    pack = rule(tmp_path, "within: sentence\nall:\n  - tone: insult\n  - phrase: mayor")
    assert words(pack, "The mayor is a moron. Dave likes it.") == ["moron"]
    assert words(pack, "The mayor likes it. Dave is a moron.") == []


def test_given_the_answered_post_then_its_tone_is_asked_and_no_words_are_marked(tmp_path: Path) -> None:
    pack = rule(tmp_path, "all:\n  - phrase: calm down\n  - tone: insult\n    in: reply_to")
    assert words(pack, "Please calm down", reply_to="You pathetic moron") == ["calm down"]
    assert words(pack, "Please calm down", reply_to="When does the pool open?") == []
    assert words(pack, "Please calm down") == []


def test_given_tone_and_personal_data_in_one_rule_then_it_is_set_aside_with_the_reason(tmp_path: Path) -> None:
    (error,) = rule(tmp_path, "all:\n  - tone: insult\n  - entity: PERSON").set_aside
    assert "make it two rules" in error.message


def test_given_a_class_there_is_not_then_the_known_ones_are_named(tmp_path: Path) -> None:
    (error,) = rule(tmp_path, "tone: sarcasm").set_aside
    assert "identity_attack" in error.message
