"""A verified checkpoint → model.onnx, once. Needs torch and transformers, as Detoxify does, and the package onnx."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from companion.errors import ModelUnusable
from companion.tone.classes import CLASSES
from companion.tone.official.catalogue import CHECKPOINT, CONFIG, Official
from companion.tone.official.store import CONVERTED, Store

CLASSES_FILE = "classes.json"
# As Detoxify renames them when it loads a checkpoint.
_NAMES = {"toxic": "toxicity", "identity_hate": "identity_attack", "severe_toxic": "severe_toxicity"}


def convert(store: Store, name: str, model: Official) -> None:
    """Raises ModelUnusable. The file is verified first and read with `weights_only`: nothing in it is ever run."""
    store.verify(name, model)
    folder = store.place(name)
    try:
        import onnx  # noqa: F401 (torch's exporter asks for it, late and in other words)
        import torch
        import transformers
    except ImportError as error:
        raise ModelUnusable(name, f"converting it needs the package {error.name}: pip install {error.name}") from None
    try:
        loaded = torch.load(folder / CHECKPOINT, map_location="cpu", weights_only=True)
        classes = [_NAMES.get(c, c) for c in loaded["config"]["dataset"]["args"]["classes"]]
        number = loaded["config"]["arch"]["args"]["num_classes"]
        kind = getattr(transformers, model.model)
        config = kind.config_class.from_dict(json.loads((folder / CONFIG).read_text("utf-8")) | {"num_labels": number})
        config._attn_implementation = "eager"
        network = kind(config)
        missing = network.load_state_dict(loaded["state_dict"], strict=False).missing_keys
    except Exception as error:
        raise ModelUnusable(name, f"its checkpoint cannot be read ({type(error).__name__})") from error
    if lacking := [c for c in CLASSES if c not in classes]:
        raise ModelUnusable(name, f"it tells of other classes: {', '.join(lacking)} is not among them")
    if missing := [key for key in missing if not key.endswith("position_ids")]:
        raise ModelUnusable(name, f"its checkpoint lacks weights ({missing[0]} and {len(missing) - 1} more)")
    _write(network.eval(), folder / CONVERTED)
    (folder / CLASSES_FILE).write_text(json.dumps(classes), "utf-8")
    for file in (CONVERTED, CLASSES_FILE):
        store.record(name, file)


def _write(network: Any, target: Path) -> None:
    """32-bit numbers: scores are Detoxify's own, to a thousandth."""
    import torch

    class Scores(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            return torch.sigmoid(self.network(input_ids=input_ids, attention_mask=attention_mask)[0])

    ids = torch.ones(2, 9, dtype=torch.long)
    names = ["input_ids", "attention_mask"]
    beside = target.with_name(target.name + ".part")
    torch.onnx.export(
        Scores().eval(),
        (ids, ids),
        str(beside),
        input_names=names,
        output_names=["scores"],
        dynamic_axes={**{name: {0: "n", 1: "t"} for name in names}, "scores": {0: "n"}},
        opset_version=17,
        dynamo=False,
    )
    beside.replace(target)
