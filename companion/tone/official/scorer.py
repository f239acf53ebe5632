"""A converted checkpoint's scores, the small model's places: Detoxify says how much, not where."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np

from companion.errors import ModelUnusable
from companion.tone.classes import CLASSES
from companion.tone.model import ToneModel
from companion.tone.official.catalogue import TOKENIZER
from companion.tone.official.convert import CLASSES_FILE
from companion.tone.official.store import CONVERTED, Store
from companion.tone.tone import Tone

_LONGEST = 512


class OfficialModel:
    def __init__(self, store: Store, name: str, places: ToneModel) -> None:
        """Raises ModelUnusable when it was not fetched and converted, or has changed since."""
        import onnxruntime
        from tokenizers import Tokenizer

        weights, tokenizer, classes = (store.unchanged(name, f) for f in (CONVERTED, TOKENIZER, CLASSES_FILE))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        try:
            self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
            self._tokenizer = Tokenizer.from_file(str(tokenizer))
            self._classes: list[str] = json.loads(classes.read_text("utf-8"))
        except Exception as error:
            raise ModelUnusable(
                name, f"it cannot be run ({type(error).__name__}); remove it and fetch it again"
            ) from error
        self._tokenizer.enable_truncation(_LONGEST)
        self._tokenizer.no_padding()
        self._places = places

    def scores(self, text: str) -> dict[str, float]:
        """As Detoxify.predict gives them, by its names."""
        encoded = self._tokenizer.encode(text)
        ids = np.array([encoded.ids], np.int64)
        (rows,) = self._session.run(["scores"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        return dict(zip(self._classes, map(float, rows[0]), strict=False))

    def read(self, text: str) -> Tone:
        read = self._places.read(text)
        return Tone([replace(part, scores=self._of_part(text[part.start : part.end])) for part in read.parts])

    def _of_part(self, text: str) -> dict[str, float]:
        scores = self.scores(text)
        return {name: scores[name] for name in CLASSES}
