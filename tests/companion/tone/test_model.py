"""The small model: what it hears, where, and what is said when its files are not what was shipped."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from companion.errors import ToneModelError
from companion.rules.toned import Toned
from companion.tone.classes import CLASSES
from companion.tone.model import FOLDER, ToneModel

MOST_BYTES = 16_000_000


@pytest.fixture(scope="module")
def model() -> ToneModel:
    return ToneModel()


class TestHowMuch:
    @pytest.mark.parametrize(
        "text", ["You are a pathetic moron.", "shut up you stupid clown", "What a bunch of idiots"]
    )
    def test_given_an_insult_then_it_scores_above_the_middle(self, model: ToneModel, text: str) -> None:
        assert model.read(text).score("insult") > 0.5
        assert model.read(text).score("toxicity") > 0.5

    @pytest.mark.parametrize(
        "text",
        [
            "The council meets on Monday at seven.",
            "I disagree with the vote and will say so.",
            "Thank you for your patience!",
            "It is wrong to say that immigrants are criminals.",
            "The film crew will be shooting on Main Street.",
        ],
    )
    def test_given_ordinary_words_then_nothing_is_above_the_middle(self, model: ToneModel, text: str) -> None:
        assert {
            name: round(model.read(text).score(name), 2) for name in CLASSES if model.read(text).score(name) > 0.5
        } == {}

    def test_given_hate_then_counter_speech_about_it_scores_far_less(self, model: ToneModel) -> None:
        hate = model.read("Muslims are vermin.").score("identity_attack")
        counter = model.read("It is disgusting to say that Muslims are vermin.").score("identity_attack")
        assert hate > 0.5 > counter


class TestWhere:
    def test_given_a_paragraph_then_the_insult_is_marked_and_not_the_paragraph(self, model: ToneModel) -> None:
        text = "The new park opens on Friday. 😀 The mayor is a moron. Bring the kids, there will be music."
        ((start, end, _),) = Toned(text, model.read(text)).marked("insult", 0.5)
        assert text[start:end] == "moron"

    def test_given_a_disguised_insult_then_the_words_as_written_are_marked(self, model: ToneModel) -> None:
        text = "you absolute m0r0n, Dave"
        marked = [text[start:end] for start, end, _ in Toned(text, model.read(text)).marked("insult", 0.5)]
        assert any("m0r0n" in words for words in marked)


class TestAnyText:
    @pytest.mark.parametrize("text", ["", " \n\t", "\u200b\u202e", "\x00\x07"])
    def test_given_no_words_then_scores_are_low_and_nothing_fails(self, model: ToneModel, text: str) -> None:
        assert model.read(text).score("toxicity") < 0.5

    @pytest.mark.parametrize(
        "text", ["😀😀🎉", "Привет, как дела", "مرحبا بالعالم abc", "日本語のテキスト", "ǰ̈ e\u0301" * 40]
    )
    def test_given_another_script_then_it_is_read_and_places_are_inside(self, model: ToneModel, text: str) -> None:
        for part in model.read(text).parts:
            assert 0 <= part.start < part.end <= len(text)
            assert all(part.start <= piece.start < piece.end <= part.end for piece in part.pieces)

    def test_given_ten_thousand_words_then_the_last_one_is_read_too(self, model: ToneModel) -> None:
        text = "The park is open today. " * 2_000 + "You are a moron."
        toned = Toned(text, model.read(text))
        assert [text[start:end] for start, end, _ in toned.marked("insult", 0.5)] == ["moron"]

    def test_given_a_long_text_without_sentences_then_no_word_is_cut_in_two(self, model: ToneModel) -> None:
        text = "Forrest Morrison unquestionably reminisces about extraordinary quarries " * 30
        parts = model.read(text).parts
        assert len(parts) > 3
        assert all(part.start == 0 or text[part.start - 1] == " " for part in parts)


class TestFiles:
    def test_given_a_process_that_reads_then_torch_is_not_in_it(self) -> None:
        code = (
            "import sys; from companion.tone.model import ToneModel as M; M().read('a'); print('torch' in sys.modules)"
        )
        printed = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
        assert printed.stdout == "False\n"

    def test_given_the_shipped_files_then_they_fit_the_promise(self) -> None:
        assert sum(path.stat().st_size for path in FOLDER.iterdir() if path.suffix != ".md") <= MOST_BYTES

    @pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "about.json"])
    def test_given_a_missing_file_then_it_is_said_what_to_do(self, tmp_path: Path, name: str) -> None:
        folder = copied(tmp_path)
        (folder / name).unlink()
        with pytest.raises(ToneModelError, match="not complete; install Foreword again"):
            ToneModel(folder)

    def test_given_a_truncated_model_then_its_checksum_gives_it_away(self, tmp_path: Path) -> None:
        folder = copied(tmp_path)
        data = (folder / "model.onnx").read_bytes()
        (folder / "model.onnx").write_bytes(data[:-100])
        with pytest.raises(ToneModelError, match=r"model\.onnx is damaged"):
            ToneModel(folder)

    def test_given_a_model_of_other_classes_then_it_is_refused(self, tmp_path: Path) -> None:
        folder = copied(tmp_path)
        about = (folder / "about.json").read_text("utf-8")
        (folder / "about.json").write_text(about.replace('"obscene"', '"sarcastic"'), "utf-8")
        with pytest.raises(ToneModelError, match="other classes"):
            ToneModel(folder)


def copied(folder: Path) -> Path:
    return shutil.copytree(FOLDER, folder / "small")
