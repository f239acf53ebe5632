"""Sentences → vectors of length one, by a small quantised transformer on ONNX Runtime.

The model is all-MiniLM-L6-v2 (minilm/README.md); mean pooling and normalisation are part of its graph, so that the dot
product of two rows is their cosine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from companion.folding import fold
from companion.recent import Recent

FOLDER = Path(__file__).parent / "minilm"
LONGEST = 96
"""Word pieces that are read of one sentence; what follows says little of its meaning and costs as much."""

_REMEMBERED = 2_000

Vectors = npt.NDArray[np.float32]


class Encoder:
    """Loads in about 0.3 s and holds some 50 MB."""

    def __init__(self, folder: Path = FOLDER) -> None:
        # Not at the top: the companion listens before these are read.
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # a sentence is short: a second thread costs more than it brings
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(
            folder / "encoder.onnx", options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.no_padding()
        self._remembered: Recent[bytes, Vectors] = Recent(_REMEMBERED)

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """A row for each sentence: float32 (n, 384). A sentence read before costs nothing: people type on."""
        rows = [self._row(plain(sentence)) for sentence in sentences]
        return np.stack(rows) if rows else np.empty((0, 384), np.float32)

    def _row(self, sentence: str) -> Vectors:
        key = hashlib.blake2b(sentence.encode(), digest_size=16).digest()  # no words are kept
        row = self._remembered.get(key)
        return self._remembered.keep(key, self._encode(sentence)) if row is None else row

    def _encode(self, sentence: str) -> Vectors:
        ids = np.array([self._tokenizer.encode(sentence).ids], np.int64)
        (rows,) = self._session.run(["embedding"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        row: Vectors = rows[0]
        return row


def plain(sentence: str) -> str:
    """As sentences are read: folded, with single spaces."""
    return " ".join(fold(sentence).text.split())
