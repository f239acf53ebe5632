"""What Foreword is compared with: Presidio as it comes and Detoxify's original-size model, called post by post.

Detoxify's `original` weights come from a release page that a locked-down machine cannot reach, so its BERT (base,
uncased: 12 layers of 768) gets random ones: how long it takes does not depend on what the numbers are. Its code is
Detoxify's own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from tokenizers import Tokenizer

from companion.meaning.encoder import FOLDER
from tests.benchmarks.presidio_default import presidio_default

CLASSES = ["toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate"]


def raw_pair(spacy_model: str, threads: int) -> Callable[[str], object] | None:
    """Both for one text; None, with a line that says why, when the spaCy model is not here."""
    presidio = presidio_default(spacy_model)
    if presidio is None:
        return None
    toxic = _detoxify_of_original_size(threads)

    def check(text: str) -> object:
        return presidio(text), toxic(text)

    return check


def _detoxify_of_original_size(threads: int) -> Callable[[str], object]:
    import torch
    from detoxify import Detoxify
    from transformers import BertConfig, BertForSequenceClassification

    torch.set_num_threads(threads)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config = BertConfig.from_dict({"num_labels": len(CLASSES)})
        config.save_pretrained(folder)
        # The pieces of words are BERT's (uncased), as the sentence model has the same ones.
        pieces = Tokenizer.from_file(str(FOLDER / "tokenizer.json")).get_vocab()
        (folder / "vocab.txt").write_text("\n".join(sorted(pieces, key=lambda piece: pieces[piece])), "utf-8")
        arch = {
            "num_classes": len(CLASSES),
            "model_type": str(folder),
            "model_name": "BertForSequenceClassification",
            "tokenizer_name": "BertTokenizer",
        }
        checkpoint = folder / "random.ckpt"
        weights = BertForSequenceClassification(config).state_dict()
        settings = {"arch": {"args": arch}, "dataset": {"args": {"classes": CLASSES}}}
        torch.save({"config": settings, "state_dict": weights}, checkpoint)
        predict: Callable[[str], object] = Detoxify(checkpoint=checkpoint, huggingface_config_path=str(folder)).predict
    return predict
