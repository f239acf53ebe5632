"""How rampart/model.onnx was made: `python -m companion.detectors.recognisers.rampart_export MODEL_Q4.ONNX`.

Needs the package `onnx`; the companion itself does not.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from companion.detectors.recognisers.rampart_model import FOLDER


def export(source: Path, target: Path) -> None:
    """4-bit blocks → exact 32-bit weights → 8-bit integers a column."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model = onnx.load(str(source))
    weights = {weight.name: onnx.numpy_helper.to_array(weight) for weight in model.graph.initializer}
    nodes = [
        _unpacked(node, weights, model, onnx) if node.op_type == "MatMulNBits" else node for node in model.graph.node
    ]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        onnx.save(model, str(exact))
        quantize_dynamic(
            exact,
            target,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            extra_options={"MatMulConstBOnly": True},
        )


def _unpacked(node: Any, weights: dict[str, Any], model: Any, onnx: Any) -> Any:
    """One MatMulNBits (two 4-bit weights a byte, a scale each block, zero at 8) as an ordinary MatMul.

    https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#com.microsoft.MatMulNBits
    """
    import numpy as np

    size = {attribute.name: attribute.i for attribute in node.attribute}
    packed, scales = weights[node.input[1]], weights[node.input[2]]
    halves = np.stack([packed & 15, packed >> 4], -1).reshape(size["N"], -1, size["block_size"])
    exact = (halves.astype(np.float32) - 8) * scales.reshape(size["N"], -1, 1)
    matrix = exact.reshape(size["N"], -1)[:, : size["K"]].T.copy()
    name = f"{node.input[1]}_exact"
    model.graph.initializer.append(onnx.numpy_helper.from_array(matrix, name))
    return onnx.helper.make_node("MatMul", [node.input[0], name], list(node.output), name=node.name)


if __name__ == "__main__":
    export(Path(sys.argv[1]), FOLDER / "model.onnx")
