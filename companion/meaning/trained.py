"""What was learned from a pack's examples: meanings/trained.json, written by `foreword meaning train`.

{"meanings": {name: {"examples": hash of the file it was learned from, "threshold": 0 to 1,
                     "bias": number, "weights": base64 of 384 little-endian float16}}}
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from companion.errors import Place, RuleError
from companion.meaning.encoder import Encoder
from companion.meaning.heads import Head


@dataclass(frozen=True)
class Trained:
    head: Head
    threshold: float
    examples: str


def read_trained(path: Path, shown_as: str) -> dict[str, Trained]:
    """Raises RuleError when the file is missing or not of this form."""
    try:
        stored = json.loads(path.read_text("utf-8"))["meanings"]
        return {name: _read(entry) for name, entry in stored.items()}
    except FileNotFoundError:
        raise RuleError(Place(shown_as, 1), "nothing is learned yet: run `foreword meaning train`") from None
    except (ValueError, KeyError, TypeError) as error:
        what = f"this file cannot be read ({type(error).__name__}): run `foreword meaning train`"
        raise RuleError(Place(shown_as, 1), what) from None


def write_trained(path: Path, trained: Mapping[str, Trained]) -> None:
    """The same examples give the same bytes."""
    entries = {name: _written(one) for name, one in sorted(trained.items())}
    path.write_text(json.dumps({"meanings": entries}, indent=1) + "\n", "utf-8")


def readings(trained: Mapping[str, Trained], encoder: Encoder, sentences: Sequence[str]) -> dict[str, list[float]]:
    """For each meaning how sure it is of each sentence; 0 where it is not sure enough."""
    vectors = encoder.encode(sentences)
    return {
        name: [float(sure) if sure >= one.threshold else 0.0 for sure in one.head.sure(vectors)]
        for name, one in trained.items()
    }


def _written(one: Trained) -> dict[str, object]:
    weights = base64.b64encode(one.head.weights.astype("<f2").tobytes()).decode()
    return {
        "examples": one.examples,
        "threshold": round(one.threshold, 4),
        "bias": round(one.head.bias, 4),
        "weights": weights,
    }


def _read(entry: Mapping[str, object]) -> Trained:
    weights = np.frombuffer(base64.b64decode(str(entry["weights"]), validate=True), "<f2").astype(np.float64)
    head = Head(weights, float(str(entry["bias"])))
    return Trained(head, float(str(entry["threshold"])), str(entry["examples"]))
