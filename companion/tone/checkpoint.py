"""The shipped model as a checkpoint of Detoxify: the same 8-bit weights, written out in 32 bits.

path = write_checkpoint(folder)
Detoxify(checkpoint=path, huggingface_config_path=folder)
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from companion.errors import CannotBuild
from companion.tone.classes import CLASSES
from companion.tone.model import FOLDER, verified

NAME = "foreword-tone.ckpt"


def write_checkpoint(folder: Path, source: Path = FOLDER) -> Path:
    """Checkpoint, config and tokenizer; raises CannotBuild without the packages `onnx` and `torch`.

    Detoxify asks transformers for `model_type` by name even where a folder is given, so that name is the folder.
    """
    try:
        import torch
        from onnx import load
    except ImportError as error:
        raise CannotBuild(f"This needs the package {error.name}: pip install {error.name}.") from None
    verified(source)
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("config.json", "tokenizer.json"):
        shutil.copyfile(source / name, folder / name)
    about = {"tokenizer_class": "BertTokenizer", "do_lower_case": True, "model_max_length": 128}
    (folder / "tokenizer_config.json").write_text(json.dumps(about), "utf-8")
    arguments = {
        "model_type": str(folder.resolve()),
        "model_name": "BertForSequenceClassification",
        "tokenizer_name": "BertTokenizerFast",
        "num_classes": len(CLASSES),
    }
    config = {"arch": {"args": arguments}, "dataset": {"args": {"classes": list(CLASSES)}}}
    weights = {name: torch.from_numpy(value) for name, value in _weights(load(str(source / "model.onnx"))).items()}
    torch.save({"config": config, "state_dict": weights}, folder / NAME)
    return folder / NAME


def _weights(model: Any) -> dict[str, Any]:
    """By the names of BertForSequenceClassification. 8-bit numbers times their scales, matrices turned back."""
    from onnx.numpy_helper import to_array

    stored = {one.name: to_array(one) for one in model.graph.initializer}
    found: dict[str, Any] = {}
    for name, value in stored.items():
        if name.startswith("text.") and not name.endswith(("_quantized", "_scale", "_zero_point")):
            found[name.removeprefix("text.")] = value.copy()
        elif name.startswith("text.") and name.endswith("_quantized"):
            base = name.removesuffix("_quantized")
            found[base.removeprefix("text.")] = _plain(stored, base)
    for node in model.graph.node:
        if node.op_type == "MatMulInteger" and node.input[1] in stored:
            # “/bert/encoder/layer.0/output/dense/MatMul_quant” → bert.encoder.layer.0.output.dense.weight
            module = ".".join(node.name.strip("/").split("/")[:-1])
            found[f"{module}.weight"] = _plain(stored, node.input[1].removesuffix("_quantized")).T.copy()
    return {name: value.astype("float32") for name, value in found.items() if not name.startswith("marker.")}


def _plain(stored: dict[str, Any], base: str) -> Any:
    """Whole numbers minus their zero, times their scale (one, or one a column)."""
    whole, scale = stored[f"{base}_quantized"].astype("float32"), stored[f"{base}_scale"]
    return (whole - stored[f"{base}_zero_point"].astype("float32")) * scale
