"""Network → what is shipped: model.onnx in 8 bits, its tokenizer, and about.json with classes and checksums."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from companion.tone.classes import CLASSES, MARKS
from companion.tone.training.network import Tone

_FILES = ("model.onnx", "tokenizer.json", "config.json")


class _WithProbabilities(torch.nn.Module):
    def __init__(self, network: Tone) -> None:
        super().__init__()
        self.text = network.text
        self.marker = network.marker
        self.network = [network]

    def forward(self, input_ids: Any, attention_mask: Any) -> Any:
        classes, marks = self.network[0](input_ids, attention_mask)
        return torch.sigmoid(classes), torch.sigmoid(marks)


def export(network: Tone, checkpoint: Path, target: Path, about: Mapping[str, Any]) -> None:
    """`checkpoint` is the folder with config.json and tokenizer.json."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "model.onnx"
        write_exact(network, exact)
        quantize_dynamic(
            exact,
            target / "model.onnx",
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            extra_options={"MatMulConstBOnly": True},
        )
    for name in ("tokenizer.json", "config.json"):
        shutil.copyfile(checkpoint / name, target / name)
    sums = {name: hashlib.sha256((target / name).read_bytes()).hexdigest() for name in _FILES}
    said = {"classes": CLASSES, "marks": MARKS, **about, "sha256": sums}
    (target / "about.json").write_text(json.dumps(said, indent=2) + "\n", "utf-8")


def write_exact(network: Tone, path: Path) -> None:
    """The same graph in 32-bit numbers."""
    ids = torch.ones(2, 9, dtype=torch.long)
    names = ["input_ids", "attention_mask"]
    axes = {**{name: {0: "n", 1: "t"} for name in names}, "scores": {0: "n"}, "marks": {0: "n", 1: "t"}}
    network.text.config._attn_implementation = "eager"
    torch.onnx.export(
        _WithProbabilities(network).eval(),
        (ids, ids),
        str(path),
        input_names=names,
        output_names=["scores", "marks"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
