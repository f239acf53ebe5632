"""Meaning by example: what is learned from a few lines, and what is said when it cannot be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from companion.detectors.meaning import Meaning as Detector
from companion.draft import Context, Draft
from companion.errors import RuleError
from companion.meaning.encoder import Encoder
from companion.meaning.examples import ORDINARY, TRAINED, learned_from, read_meaning, read_ordinary
from companion.meaning.trained import read_trained, write_trained
from companion.meaning.training import corpus_of, learn
from companion.rules.load import Pack
from tests.rules.world import pack, rule

WEATHER = """
+ heavy rain is coming tonight
+ expect thunder before dawn
+ it will snow on the hills by Friday
+ a cold front brings hail
+ strong winds are on their way
+ fog again in the morning
+ a storm is rolling in from the west
+ sunny and dry all week
+ the clouds are getting dark
- my soup needs more salt
- the choir sings on Sunday
- she painted the fence green
- two goals in the last minute
- the printer is out of paper
- we adopted an old cat
- the train was full
- homework is due tomorrow
- he plays the cello
"""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def learned(folder: Path, encoder: Encoder, lines: str = WEATHER) -> Pack:
    """A pack with one rule that asks for one meaning, and what was learned of it."""
    meanings = folder / "test" / "meanings"
    meanings.mkdir(parents=True)
    (meanings / "weather.txt").write_text(lines, "utf-8")
    meaning = read_meaning(meanings / "weather.txt", "weather.txt")
    (one,) = learn(corpus_of([meaning], (), encoder), [meaning])
    write_trained(meanings / TRAINED, {"weather": one.trained})
    return rule(folder, "like: weather")


class TestEncoder:
    def test_given_sentences_then_a_row_of_length_one_for_each(self, encoder: Encoder) -> None:
        rows = encoder.encode(["The pool opens at ten.", "Storms are on their way tonight.", ""])
        assert rows.shape == (3, 384)
        assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)

    def test_given_no_sentences_then_no_rows(self, encoder: Encoder) -> None:
        assert encoder.encode([]).shape == (0, 384)

    def test_given_disguised_letters_then_the_same_row(self, encoder: Encoder) -> None:
        plain, disguised = encoder.encode(["The pool is closed.", "Ｔhe po\u200bоl is closed."])
        assert np.allclose(plain, disguised)


class TestLearning:
    def test_given_examples_then_sentences_like_them_are_found_and_marked(
        self, tmp_path: Path, encoder: Encoder
    ) -> None:
        detector = Detector(learned(tmp_path, encoder))
        detector.load()
        text = "We had a lovely lunch.  Rain and thunder are coming tonight. "
        (found,) = detector.detect(Draft(text=text, context=Context()))
        assert text[found.start : found.end] == "Rain and thunder are coming tonight."

    def test_given_the_same_examples_then_the_same_file(self, tmp_path: Path, encoder: Encoder) -> None:
        first, again = (learned(tmp_path / n, encoder).meanings for n in ("a", "b"))
        assert first is not None
        assert again is not None
        assert (first / TRAINED).read_bytes() == (again / TRAINED).read_bytes()

    def test_given_what_was_learned_then_it_is_read_back(self, tmp_path: Path, encoder: Encoder) -> None:
        folder = learned(tmp_path, encoder).meanings
        assert folder is not None
        (one,) = read_trained(folder / TRAINED, TRAINED).values()
        assert one.head.weights.shape == (384,)
        assert 0 < one.threshold <= 1
        assert learned_from(folder, "meanings") == {"weather": one.examples}

    def test_given_a_pack_without_such_rules_then_nothing_is_loaded_and_nothing_found(self, tmp_path: Path) -> None:
        detector = Detector(rule(tmp_path, "phrase: rain"))
        detector.load()
        assert detector.detect(Draft(text="rain", context=Context())) == []


class TestBadInput:
    def test_given_examples_changed_after_learning_then_the_rule_is_set_aside_and_told_how_to_mend(
        self, tmp_path: Path, encoder: Encoder
    ) -> None:
        learned(tmp_path, encoder)
        path = tmp_path / "test" / "meanings" / "weather.txt"
        path.write_text(WEATHER + "+ drizzle until noon\n", "utf-8")
        (error,) = pack(tmp_path, {}).set_aside
        assert (
            str(error)
            == "test/meanings/weather.txt:1:1: these examples are new or changed: run `foreword meaning train`"
        )

    def test_given_remarks_and_another_order_then_nothing_has_changed(self, tmp_path: Path, encoder: Encoder) -> None:
        learned(tmp_path, encoder)
        turned = "# a remark\n" + "\n".join(reversed(WEATHER.splitlines()))
        (tmp_path / "test" / "meanings" / "weather.txt").write_text(turned, "utf-8")
        assert pack(tmp_path, {}).set_aside == ()

    def test_given_a_meaning_without_examples_then_that_is_said(self, tmp_path: Path) -> None:
        (error,) = rule(tmp_path, "like: weather").set_aside
        assert "there are no examples for “weather”: test/meanings/weather.txt" in str(error)

    def test_given_what_was_learned_is_damaged_then_that_is_said(self, tmp_path: Path, encoder: Encoder) -> None:
        learned(tmp_path, encoder)
        (tmp_path / "test" / "meanings" / TRAINED).write_text('{"meanings": [', "utf-8")
        (error,) = pack(tmp_path, {}).set_aside
        assert "trained.json:1:1: this file cannot be read: run `foreword meaning train`" in str(error)

    @pytest.mark.parametrize(
        ("lines", "message"),
        [
            ("rain\n", "weather.txt:1:1: a line starts with “+ ” (reads like this) or “- ” (does not)"),
            ("+ rain\n- rain\n", "weather.txt:2:1: this example stands on both sides"),
            ("+ rain\n", "weather.txt:1:1: at least 8 lines with “+ ” are needed, here are 1"),
        ],
    )
    def test_given_a_bad_line_then_it_is_named(self, tmp_path: Path, lines: str, message: str) -> None:
        path = tmp_path / "weather.txt"
        path.write_text(lines, "utf-8")
        with pytest.raises(RuleError) as caught:
            read_meaning(path, path.name)
        assert str(caught.value) == message

    def test_given_another_encoding_then_the_line_is_named(self, tmp_path: Path) -> None:
        (tmp_path / ORDINARY).write_bytes("- good\n- caf\u00e9\n".encode("latin-1"))
        with pytest.raises(RuleError, match=r"meanings/ordinary.txt:2:1: this line is not UTF-8"):
            read_ordinary(tmp_path, "meanings")
