"""The rule language by example: a rule, a draft, the words that are marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.world import check, rule, words


@pytest.mark.parametrize(
    ("phrase", "text", "marked"),
    [
        ("town hall", "At the Town  Hall today", ["Town  Hall"]),
        ("town hall", "downtown hallway", []),
        ("don't know", "I dont know, I don’t know", ["dont know", "don’t know"]),
        ("speculat*", "pure speculation, she speculated", ["speculation", "speculated"]),
        ("her (old|) number (was|)", "Her number! Her old number was", ["Her number", "Her old number was"]),
        ("I (just|) heard", "I heard it. I just heard it.", ["I heard", "I just heard"]),
        ("(we|they) will (not|) pay", "they will pay, we will not pay", ["they will pay", "we will not pay"]),
        ("council ... deny", "Council, as I hear, will deny it.", ["Council, as I hear, will deny"]),
        ("council ... deny", "Council met. Others deny it.", []),
        ("council ... deny", "council one two three four five six seven deny", []),
        ("fire(s|) out", "fire out, fires out", ["fire out", "fires out"]),
        ("city('s|) (old|) seal", "city seal, city's old seal", ["city seal", "city's old seal"]),
        ("(they|she) (are|is) [(total|) liar(s|)]", "They are total liars, she is liar", ["total liars", "liar"]),
        ("e-mail", "email, e-mail and e mail", ["email", "e-mail", "e mail"]),
        ("La Ciudad ya decidió", "la ciudad ya decidio", ["la ciudad ya decidio"]),
        ("café", "the CAFE\u0301 there", ["CAFE\u0301"]),
        ("idiot", "ｉｄｉｏｔ and іdiоt and id\u200biot", ["ｉｄｉｏｔ", "іdiоt", "id\u200biot"]),
    ],
)
def test_phrase_marks(tmp_path: Path, phrase: str, text: str, marked: list[str]) -> None:
    assert words(rule(tmp_path, f'phrase: "{phrase}"'), text) == marked


@pytest.mark.parametrize(
    "text",
    [
        "1d10t",
        "idiiiooot",
        "id**t",
        "i*iot",
        "i d i o t",
        "i.d.i.o.t",
        "I-D-I-O-T",
        "ïdïöt",
        "id\u00adiot",
        "i****",
        "𝐢𝐝𝐢𝐨𝐭",
    ],
)
def test_given_a_disguised_lexicon_then_spellings_people_use_are_found(tmp_path: Path, text: str) -> None:
    one = rule(tmp_path, "lexicon: rude\ndisguised: true", rude="idiot\nass")
    assert words(one, f"such an {text}, really") == [text]


@pytest.mark.parametrize(
    "text", ["class and assess", "455 Main St", "idiom", "@ass_hat1", "as is", "a*", "A55", "i****ing"]
)
def test_given_a_disguised_lexicon_then_other_words_are_left_alone(tmp_path: Path, text: str) -> None:
    assert words(rule(tmp_path, "lexicon: rude\ndisguised: true", rude="idiot\nass"), text) == []


def test_given_lexicon_terms_inside_each_other_then_the_longest_is_marked(tmp_path: Path) -> None:
    one = rule(tmp_path, "lexicon: rude\ndisguised: true", rude="ass\nasshole*")
    assert words(one, "what an assh0le") == ["assh0le"]


def test_a_phrase_can_hold_a_lexicon(tmp_path: Path) -> None:
    lists = {"rude": "<odd>\n(old|) goat*", "odd": "oddball"}
    one = rule(tmp_path, 'phrase: "you (are|) (a|an) <rude>"', **lists)
    assert words(one, "an oddball; you are an oddball, you old goats, you an old goat") == [
        "you are an oddball",
        "you an old goat",
    ]


@pytest.mark.parametrize(
    ("lines", "said"),
    [("<nowhere>", "no lexicon named “nowhere”"), ("a <rude>", "a list cannot hold itself: rude → rude")],
)
def test_given_a_lexicon_that_cannot_be_written_out_then_the_rule_is_set_aside(
    tmp_path: Path, lines: str, said: str
) -> None:
    (error,) = rule(tmp_path, 'phrase: "you <rude>"', rude=lines).set_aside
    assert said in str(error)


def test_given_a_stem_with_blanked_letters_then_its_ending_is_marked_too(tmp_path: Path) -> None:
    assert words(rule(tmp_path, "lexicon: rude\ndisguised: true", rude="clod*"), "a c***ish act") == ["c***ish"]


def test_given_letters_apart_then_the_next_word_is_not_taken_for_a_plural(tmp_path: Path) -> None:
    one = rule(tmp_path, "lexicon: rude\ndisguised: true", rude="idiot\nidiots")
    assert words(one, "that i d i o t sat there") == ["i d i o t"]


def test_pattern_marks_its_group_named_words(tmp_path: Path) -> None:
    one = rule(tmp_path, r"pattern: 'code (?P<words>\d{4})'")
    assert words(one, "the Code 8812 works") == ["8812"]


def test_all_within_a_sentence_needs_every_part_there(tmp_path: Path) -> None:
    one = rule(tmp_path, "within: sentence\nall:\n  - phrase: council\n  - phrase: deny")
    assert words(one, "The council may deny it. The council met.") == ["council"]
    assert words(one, "The council met. They deny it.") == []


def test_all_within_words_counts_from_the_first_part(tmp_path: Path) -> None:
    one = rule(tmp_path, "within: {words: 2}\nall:\n  - phrase: number\n  - phrase: case")
    assert words(one, "case no number; and later on another number") == ["number"]


def test_absent_looks_in_every_source_named(tmp_path: Path) -> None:
    one = rule(tmp_path, "all:\n  - phrase: City\n  - absent: {phrase: my own view}\n    in: [text, profile_text]")
    assert words(one, "The City did it") == ["City"]
    assert words(one, "The City did it. My own view.") == []
    assert words(one, "The City did it", profile_text="All posts my own view") == []


def test_not_looks_only_where_its_neighbours_stand(tmp_path: Path) -> None:
    one = rule(tmp_path, "within: sentence\nall:\n  - phrase: fire\n  - not: {phrase: drill}")
    assert words(one, "The fire drill is today. A fire broke out.") == ["fire"]


def test_exceptions_silence_only_what_they_overlap(tmp_path: Path) -> None:
    one = rule(tmp_path, "phrase: clown*", "except:\n  - phrase: circus clowns")
    assert words(one, "circus clowns are fun, those clowns are not") == ["clowns"]


@pytest.mark.parametrize(
    ("context", "fires"),
    [({"mode": "official"}, True), ({"mode": "official", "site": "x.com"}, True), ({}, False)],
)
def test_context_narrows_a_rule(tmp_path: Path, context: dict[str, str], fires: bool) -> None:
    one = rule(tmp_path, "all:\n  - phrase: hello\n  - context: {mode: [official]}")
    assert bool(words(one, "hello", **context)) is fires


def test_a_leaf_can_look_at_the_post_that_is_answered(tmp_path: Path) -> None:
    one = rule(tmp_path, "all:\n  - phrase: nobody\n  - phrase: library\n    in: reply_to")
    assert words(one, "nobody cares", reply_to="Is the library open?") == ["nobody"]
    assert words(one, "nobody cares about the library") == []


def test_a_rule_about_the_whole_text_has_no_span(tmp_path: Path) -> None:
    (finding,) = check(rule(tmp_path, "phrase: City", "report: text"), "The City. The City.")
    assert (finding.start, finding.end) == (None, None)


def test_ids_stay_while_the_same_words_raise_the_same_rule(tmp_path: Path) -> None:
    one = rule(tmp_path, "phrase: clown")
    before = [f.id for f in check(one, "a clown, a clown")]
    after = [f.id for f in check(one, "well: a clown, and then a clown")]
    assert before == after
    assert len(set(before)) == 2


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("The pier opens Friday", "The pier opens Sunday", ["Sunday"]),
        ("We fixed 40 leaks", "We fixed 140 leaks", ["140"]),
        ("You can swim here", "You can't swim here", ["can't"]),
        ("The pier is open", "The pier is closed to all, says the harbor", ["closed to all, says the harbor"]),
        ("Opens at 9 a.m. daily", "Opens at 9 p.m. daily", ["p.m"]),
        ("The libary is shut", "The library is shut", []),
        ("Opens Firday", "opens Friday!", []),
        ("I cant swim, see the the list", "I can't swim; see the list", []),
        ("Some one called", "Someone called", []),
        ("See the list", "See the list https://harbor.example/list #pier @harbor", []),
    ],
)
def test_changed_marks_new_meaning_and_leaves_spelling_alone(
    tmp_path: Path, before: str, after: str, marked: list[str]
) -> None:
    when = "changed: {weighty: days, light: small}"
    one = rule(tmp_path, when, days="(friday|sunday)\n(a.m|p.m)\n(open|closed)", small="the")
    assert words(one, after, previous_text=before) == marked


def test_changed_holds_without_words_when_some_were_taken_out(tmp_path: Path) -> None:
    one = rule(tmp_path, "changed: {weighty: days, light: small}", days="friday", small="the")
    (finding,) = check(one, "We pay", previous_text="We pay nothing")
    assert finding.start is None
    assert check(one, "We pay nothing") == []


def test_shares_words_knows_other_forms_of_a_word(tmp_path: Path) -> None:
    one = rule(tmp_path, "all:\n- phrase: crews\n- not: {shares_words: {with: reply_to, light: small}}", small="the")
    assert words(one, "The crews are paving", reply_to="The pool?") == ["crews"]
    assert words(one, "The crews fix pools", reply_to="The pool?") == []


@pytest.mark.parametrize(("site", "fires"), [("y.example", True), ("m.x.com", False), ("x.com", False), (None, False)])
def test_other_site_holds_only_on_a_known_site(tmp_path: Path, site: str | None, fires: bool) -> None:
    one = rule(tmp_path, "all:\n  - phrase: hello\n  - context: {other_site: [x.com]}")
    assert bool(words(one, "hello", site=site)) is fires


def test_words_to_compare_must_be_single_words(tmp_path: Path) -> None:
    one = rule(tmp_path, "changed: {weighty: days, light: small}", days="next week", small="the")
    assert "only single, whole words" in one.set_aside[0].message


def test_given_a_rule_that_waits_for_the_end_of_a_sentence_then_its_findings_say_so(tmp_path: Path) -> None:
    (waits,) = check(rule(tmp_path / "1", "phrase: rumor has it", "hold: sentence"), "Rumor has it the po")
    (speaks,) = check(rule(tmp_path / "2", "phrase: rumor has it"), "Rumor has it the po")
    assert (waits.hold, speaks.hold) == ("sentence", None)
