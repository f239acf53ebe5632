"""One small BERT, two heads: six classes for the text, four marks for each word piece."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertForSequenceClassification

from companion.tone.classes import CLASSES, MARKS

LONGEST = 96
"""Word pieces read at once; a longer text is read in parts."""
PIECES = 11_400
"""So many word pieces keep the 8-bit model under 16 MB, its tokenizer included."""


class Tone(torch.nn.Module):
    """`text` is what Detoxify loads (BertForSequenceClassification); `marker` goes beside it."""

    def __init__(self, text: BertForSequenceClassification) -> None:
        super().__init__()
        self.text = text
        self.marker = torch.nn.Linear(text.config.hidden_size, len(MARKS))

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Logits (n, 6) and (n, pieces, 4)."""
        hidden = self.text.bert(input_ids=input_ids, attention_mask=attention_mask)
        classes = self.text.classifier(hidden.pooler_output)
        return classes, self.marker(hidden.last_hidden_state)


def from_sentence_model(source: Path, folder: Path, texts: Iterable[str]) -> Tone:
    """MiniLM with the word pieces these texts need; writes config.json and tokenizer.json into the folder."""
    from safetensors.torch import load_file

    tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    kept = _kept(tokenizer, texts)
    folder.mkdir(parents=True, exist_ok=True)
    _write_tokenizer(source / "tokenizer.json", folder / "tokenizer.json", kept)
    config = BertConfig.from_pretrained(source)
    config.update({"vocab_size": len(kept), "max_position_embeddings": 128, "num_labels": len(CLASSES)})
    config.update({"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0})  # few passes over much: no need
    config.id2label = dict(enumerate(CLASSES))
    config.label2id = {name: i for i, name in enumerate(CLASSES)}
    config.architectures = ["BertForSequenceClassification"]
    config.save_pretrained(folder)
    weights = {f"bert.{name}": value for name, value in load_file(str(source / "model.safetensors")).items()}
    words = "bert.embeddings.word_embeddings.weight"
    places = "bert.embeddings.position_embeddings.weight"
    weights[words] = weights[words][kept].clone()
    weights[places] = weights[places][: config.max_position_embeddings].clone()
    weights.pop("bert.embeddings.position_ids", None)
    return Tone(_with_weights(config, weights))


def read_network(folder: Path) -> Tone:
    """What `save` wrote."""
    network = Tone(BertForSequenceClassification(BertConfig.from_pretrained(folder)))
    network.load_state_dict(torch.load(folder / "network.pt", weights_only=True))
    return network.eval()


def save(network: Tone, folder: Path) -> None:
    """Written beside and moved over: an interrupted save loses nothing."""
    torch.save(network.state_dict(), folder / "network.part")
    shutil.move(folder / "network.part", folder / "network.pt")


def _with_weights(config: BertConfig, weights: dict[str, torch.Tensor]) -> BertForSequenceClassification:
    model = BertForSequenceClassification(config)
    missing, unexpected = model.load_state_dict(weights, strict=False)
    if unexpected or any(not name.startswith("classifier.") for name in missing):
        raise ValueError(f"these are not the weights of a BERT: {missing[:3]} {unexpected[:3]}")
    return model


def _kept(tokenizer: Tokenizer, texts: Iterable[str]) -> list[int]:
    """Ids worth keeping, in their order: signs, what the texts use, then the commonest of the rest."""
    seen: Counter[int] = Counter()
    for encoded in tokenizer.encode_batch(list(texts)):
        seen.update(encoded.ids)
    vocabulary = tokenizer.get_vocab()
    signs = {i for piece, i in vocabulary.items() if _is_sign(piece)}
    used = [i for i, count in seen.most_common() if count >= 2 and i not in signs]
    rest = [i for i in sorted(vocabulary.values()) if i not in signs and i not in set(used) and i > 1000]
    return sorted([*signs, *(used + rest)[: PIECES - len(signs)]])


def _is_sign(piece: str) -> bool:
    plain = piece.removeprefix("##")
    return piece in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]") or (len(plain) == 1 and plain.isascii())


def _write_tokenizer(source: Path, target: Path, kept: list[int]) -> None:
    raw = json.loads(source.read_text("utf-8"))
    by_id = {i: piece for piece, i in raw["model"]["vocab"].items()}
    raw["model"]["vocab"] = {by_id[old]: new for new, old in enumerate(kept)}
    new_ids = raw["model"]["vocab"]
    for token in raw["added_tokens"]:
        token["id"] = new_ids[token["content"]]
    for name, token in raw["post_processor"].get("special_tokens", {}).items():
        token["ids"] = [new_ids[name]]
    raw["truncation"] = raw["padding"] = None
    target.write_text(json.dumps(raw, ensure_ascii=False, separators=(",", ":")), "utf-8")
