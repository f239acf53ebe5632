"""What one would otherwise reach for: raw Presidio, then a BERT-base-size Detoxify, one after the other on a text.

Detoxify's weights are not needed for its speed: a network of the same shape, its weights drawn at random, takes the
same time. Word pieces are those of MiniLM, which has BERT's vocabulary.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from companion.meaning.encoder import FOLDER
from tests.benchmarks.presidio_default import presidio_default

_LABELS = 6  # of Detoxify's “original”
_WINDOW = 512


def pair(spacy_model: str) -> Callable[[str], object] | None:
    """None, and a line that says why, when the language model is not installed."""
    presidio = presidio_default(spacy_model)
    if presidio is None:
        return None
    toxic = _detoxify_in_size()

    def both(text: str) -> object:
        return presidio(text), toxic(text)

    return both


def _detoxify_in_size() -> Callable[[str], list[float]]:
    import torch
    from tokenizers import Tokenizer
    from transformers import AutoModelForSequenceClassification, BertConfig

    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    tokenizer.enable_truncation(_WINDOW)
    tokenizer.no_padding()
    shape = BertConfig.from_dict({"num_labels": _LABELS})  # everything else as in BERT base
    models: Any = AutoModelForSequenceClassification  # untyped
    model = models.from_config(shape)
    model.train(False)

    @torch.no_grad()
    def score(text: str) -> list[float]:
        logits = model(input_ids=torch.tensor([tokenizer.encode(text).ids])).logits
        found: list[float] = torch.sigmoid(logits)[0].tolist()
        return found

    return score
