"""A torch sentence model → minilm/encoder.onnx: pooling into the graph, then 8-bit weights.

Needs the packages `onnx`, `torch` and `transformers`; the companion itself needs none of them.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any


def export(model: Any, target: Path) -> None:
    """Writes the target; its vectors are those of `model` with a cosine of 0.99 or more."""
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    class Pooled(torch.nn.Module):
        """Mean over the real word pieces, at length one: as the model's card has it."""

        def __init__(self) -> None:
            super().__init__()
            self.model = model.eval()

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            hidden = self.model(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            real = attention_mask.unsqueeze(-1).to(hidden.dtype)
            mean = (hidden * real).sum(1) / real.sum(1).clamp(min=1)
            return torch.nn.functional.normalize(mean, dim=1)

    ids = torch.ones(2, 9, dtype=torch.long)
    names = ["input_ids", "attention_mask"]
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "encoder.onnx"
        axes = {**{name: {0: "n", 1: "t"} for name in names}, "embedding": {0: "n"}}
        torch.onnx.export(
            Pooled(),
            (ids, ids),
            str(exact),
            input_names=names,
            output_names=["embedding"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            exact,
            target,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            extra_options={"MatMulConstBOnly": True},
        )
