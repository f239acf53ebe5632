"""What the tone model learns from: whole templates in one split, places that are right, and labels left unknown."""

from __future__ import annotations

import csv
import gzip
import random
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from companion.tone.classes import CLASSES, MARKS
from companion.tone.model import FOLDER
from companion.tone.training.batches import batches, disturbed, encode
from companion.tone.training.calibrate import platt
from companion.tone.training.contrast import Template, templates
from companion.tone.training.corpora import corpora
from companion.tone.training.example import UNKNOWN, Example
from companion.tone.training.sampling import contrast, corpus
from tests.benchmarks.tone_figures import bins, calibration_error, character_f1, roc_auc


def test_given_our_sentences_then_every_place_is_inside_and_no_bracket_is_left() -> None:
    for template in templates():
        for example in template.examples(2, 1):
            assert not set("[]{}") & set(example.text), template.text
            assert set(example.targets) == set(CLASSES), template.text
            assert all(0 <= start < end <= len(example.text) for start, end, _ in example.marks or ())


def test_given_a_template_then_all_its_sentences_are_in_one_split() -> None:
    learned, measured = ({e.text for e in contrast(split, 6, 5)} for split in ("train", "test"))
    assert len(learned) > 4_000
    assert len(measured) > 400
    assert not learned & measured


def test_given_a_marked_template_then_the_mark_is_where_the_brackets_were() -> None:
    (example,) = Template("What a [clown] you are.", "abuse", {"insult": 1.0}, "insult").examples(1, 1)
    ((start, end, name),) = example.marks or ()
    assert (example.text[start:end], name) == ("clown", "insult")


def test_given_a_corpus_then_texts_are_read_once_and_what_labels_do_not_say_is_unknown(tmp_path: Path) -> None:
    rows = [("You are a moron.", "Toxic"), ("you are a  moron.", "Toxic"), ("A fine day.", "Not Toxic")]
    with gzip.open(tmp_path / "surge_toxicity_half.csv.gz", "wt", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text", "is_toxic"), *rows])
    found = {e.text: e for some in corpus(tmp_path).values() for e in some}
    assert set(found) == {"You are a moron.", "A fine day."}
    rude = found["You are a moron."]
    assert rude.row[CLASSES.index("toxicity")] > 0.9
    assert rude.row[CLASSES.index("identity_attack")] == UNKNOWN
    assert rude.marks == ((10, 15, "insult"),)
    assert len(list(corpora(tmp_path))) == 3


def test_given_the_same_seed_then_the_same_batches_and_pieces_carry_their_marks() -> None:
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    examples = [encode(tokenizer, e) for e in contrast("test", 2, 5)]
    first, again = (list(batches(examples, 400, random.Random(7))) for _ in range(2))  # noqa: S311
    assert all((a.input_ids == b.input_ids).all() for a, b in zip(first, again, strict=True))
    pieces = encode(tokenizer, Example("What a clown.", {}, "x", ((7, 12, "insult"),))).marks or []
    marked = [i for i, piece in enumerate(pieces) if piece[MARKS.index("insult")]]
    assert marked
    assert 0 not in marked


def test_given_a_sentence_put_before_then_the_marks_move_along() -> None:
    example = Example("What a clown.", dict.fromkeys(CLASSES, 0.0), "contrast/abuse", ((7, 12, "insult"),))
    for seed in range(200):
        moved = disturbed(example, random.Random(seed), ["The park is open."])  # noqa: S311
        ((start, end, _),) = moved.marks or ()
        if "clown" in moved.text:
            assert moved.text[start:end] == "clown"


def test_given_scores_that_are_too_low_then_the_line_moves_the_middle() -> None:
    logits = np.concatenate([np.random.default_rng(1).normal(-3, 1, 500), np.random.default_rng(2).normal(0, 1, 500)])
    truth = np.repeat([0.0, 1.0], 500)
    slope, offset = platt(logits, truth, np.full(1_000, 1 / 500))
    assert -offset / slope == pytest.approx(-1.5, abs=0.2)


def test_given_known_scores_then_the_figures_are_those_of_the_book() -> None:
    truth = np.array([False, False, True, True])
    assert roc_auc(np.array([0.1, 0.4, 0.35, 0.8]), truth) == pytest.approx(0.75)
    assert roc_auc(np.array([0.5, 0.5, 0.5, 0.5]), truth) == pytest.approx(0.5)
    assert character_f1([(0, 4)], [(2, 6)]) == pytest.approx(0.5)
    assert (character_f1([], []), character_f1([(0, 1)], [])) == (1.0, 0.0)
    perfect = bins(np.array([0.0, 0.0, 1.0, 1.0]), truth)
    assert calibration_error(perfect) == pytest.approx(0.0)
