"""`make train-tone` with a tiny network: it learns, keeps where it is, goes on from there, and can be shipped."""

from __future__ import annotations

import csv
import gzip
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file
from transformers import BertConfig, BertModel

from companion.tone.model import FOLDER, ToneModel
from companion.tone.training import run
from companion.tone.training.export import export
from companion.tone.training.network import read_network


@pytest.fixture
def init(tmp_path: Path) -> Path:
    """A sentence model of one narrow layer, with weights by chance."""
    folder = tmp_path / "init"
    folder.mkdir()
    shutil.copyfile(FOLDER / "tokenizer.json", folder / "tokenizer.json")
    sizes: dict[str, Any] = {
        "hidden_size": 32,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "intermediate_size": 32,
    }
    config = BertConfig(**sizes | {"vocab_size": 12_000})
    config.save_pretrained(folder)
    save_file(BertModel(config).state_dict(), folder / "model.safetensors")
    return folder


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::FutureWarning")
@pytest.mark.filterwarnings("ignore:Converting a tensor to a Python")
def test_given_a_training_that_ended_early_then_it_goes_on_and_what_it_gives_can_be_shipped(
    tmp_path: Path, init: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    with gzip.open(tmp_path / "data" / "surge_toxicity_half.csv.gz", "wt", encoding="utf-8", newline="") as file:
        rows = [(f"You are a moron, number {n}.", "Toxic") for n in range(20)]
        csv.writer(file).writerows([("text", "is_toxic"), *rows])
    folders = ["--data", str(tmp_path / "data"), "--init", str(init), "--out", str(tmp_path / "out")]

    for epochs, told in ((0.02, "from 0"), (0.04, "from 2")):
        monkeypatch.setattr("sys.argv", ["train-tone", *folders, "--epochs", str(epochs)])
        run.main()
        assert told in capsys.readouterr().out

    assert torch.load(tmp_path / "out" / "state.pt", weights_only=True)["step"] > 2
    network = read_network(tmp_path / "out")
    export(network, tmp_path / "out", tmp_path / "small", {})
    assert 0 < ToneModel(tmp_path / "small").read("You are a moron.").score("insult") < 1
    assert json.loads((tmp_path / "small" / "about.json").read_text("utf-8"))["sha256"].keys() >= {"model.onnx"}
