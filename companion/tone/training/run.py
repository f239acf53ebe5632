"""`make train-tone DATA=folder INIT=folder`: learns, with a checkpoint every few minutes; started again, it goes on.

Same seed, same data, same machine: same model. A GPU is used where there is one.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from companion.tone.classes import CLASSES, MARKS
from companion.tone.reading import reading
from companion.tone.training.batches import Batch, batches, disturbed, encode
from companion.tone.training.contrast import templates
from companion.tone.training.example import Example
from companion.tone.training.network import Tone, from_sentence_model, read_network, save
from companion.tone.training.sampling import contrast, corpus, epoch

PIECES_A_BATCH = 1600
_SAVE_EVERY_S = 180
_MARKS_WEIGHT = 0.35
# What is rare weighs more: threats are one example in thirty, and hate is what the others' errors drown.
_CLASS_WEIGHT = {"threat": 4.0, "identity_attack": 2.0}
_MARK_WEIGHT = {"threat": 8.0, "identity_attack": 5.0}


def loss_of(network: Tone, batch: Batch) -> torch.Tensor:
    """Binary cross-entropy wherever a target is known; a mark is rare, so it weighs more."""
    logits, marks = network(batch.input_ids, batch.attention_mask)
    entropy = torch.nn.functional.binary_cross_entropy_with_logits
    rare = torch.tensor([_CLASS_WEIGHT.get(name, 1.0) for name in CLASSES], device=logits.device)
    known = (batch.targets >= 0).float() * batch.weights[:, None] * rare
    of_text = entropy(logits.float(), batch.targets.clamp(min=0), reduction="none")
    rare_marks = torch.tensor([_MARK_WEIGHT.get(name, 3.0) for name in MARKS], device=marks.device)
    known_marks = (batch.marks >= 0).float()
    of_pieces = entropy(marks.float(), batch.marks.clamp(min=0), reduction="none", pos_weight=rare_marks)
    return (of_text * known).sum() / known.sum() + _MARKS_WEIGHT * (
        of_pieces * known_marks
    ).sum() / known_marks.sum().clamp(min=1)


def train(options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    learned = corpus(options.data)["train"]
    if not learned:
        raise SystemExit(f"No corpus in {options.data}: see the model's card for the files that are read.")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    network = _network(options, [e.text for e in learned]).to(device).train()
    course = Course(learned, Tokenizer.from_file(str(options.out / "tokenizer.json")), options.seed)
    optimizer = torch.optim.AdamW(_groups(network, options.rate), weight_decay=0.01, fused=True)
    first, total = _resumed(options.out, optimizer), int(course.steps * options.epochs)
    print(f"{len(learned)} texts, {course.steps} steps an epoch, {total} in all, from {first}", flush=True)
    saved, telling = time.monotonic(), Telling(first, total)
    for step, batch in enumerate(islice(course.batches(first), max(0, total - first)), first):
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * _rate(step, total)
        optimizer.zero_grad(set_to_none=True)
        with torch.autocast(device, dtype=torch.bfloat16):
            loss = loss_of(network, _on(batch, device))
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        telling.tell(step + 1, loss.item())
        if time.monotonic() - saved > _SAVE_EVERY_S:
            _save(network, optimizer, step + 1, options.out)
            saved = time.monotonic()
    _save(network, optimizer, max(first, total), options.out)
    print("done", flush=True)


class Course:
    """All batches in their order, the same for the same seed, from any step on."""

    def __init__(self, learned: list[Example], tokenizer: Tokenizer, seed: int) -> None:
        self._learned, self._tokenizer, self._seed = learned, tokenizer, seed
        self._first = self._epoch(0)
        self.steps = len(self._first)
        """Of one epoch."""

    def batches(self, step: int) -> Iterator[Batch]:
        number, place = divmod(step, self.steps)
        while True:
            these = self._epoch(number) if number else self._first
            yield from these[place : self.steps]
            number, place = number + 1, 0

    def _epoch(self, number: int) -> list[Batch]:
        chance = random.Random(f"{self._seed} batches {number}")  # noqa: S311 (a shuffle)
        ordinary = [t.text for t in templates() if t.file == "ordinary" and t.split == "train" and "{" not in t.text]
        chosen = epoch(self._learned, number, self._seed)
        encoded = [encode(self._tokenizer, disturbed(example, chance, ordinary)) for example in chosen]
        return list(batches(encoded, PIECES_A_BATCH, chance))


class Telling:
    """How far it is and how much is left."""

    def __init__(self, first: int, total: int) -> None:
        self._first, self._total, self._began, self._loss = first, total, time.monotonic(), 0.0

    def tell(self, step: int, loss: float) -> None:
        self._loss = 0.98 * self._loss + 0.02 * loss if self._loss else loss
        if step % 20 == 0:
            each = (time.monotonic() - self._began) / (step - self._first)
            left = f"{each:.2f} s a step  {(self._total - step) * each / 60:.0f} min left"
            print(f"step {step}/{self._total}  loss {self._loss:.4f}  {left}", flush=True)


def _network(options: argparse.Namespace, texts: list[str]) -> Tone:
    folder: Path = options.out
    if (folder / "network.pt").is_file():
        return read_network(folder)
    sentences = [e.text for e in contrast("train", 40, 0)] + [t.text for t in templates()]
    return from_sentence_model(options.init, folder, (reading(text).text for text in [*texts, *sentences]))


def _groups(network: Tone, rate: float) -> list[dict[str, Any]]:
    heads = [p for n, p in network.named_parameters() if "classifier" in n or "marker" in n]
    body = [p for n, p in network.named_parameters() if "classifier" not in n and "marker" not in n]
    return [{"params": body, "peak": rate, "lr": rate}, {"params": heads, "peak": rate * 5, "lr": rate * 5}]


def _rate(step: int, total: int) -> float:
    """Up over the first 5 %, then down in a straight line to a twentieth."""
    warm = max(1, total // 20)
    return step / warm if step < warm else 0.05 + 0.95 * (total - step) / max(1, total - warm)


def _on(batch: Batch, device: str) -> Batch:
    return Batch(*(getattr(batch, name).to(device) for name in Batch.__dataclass_fields__))


def _resumed(folder: Path, optimizer: torch.optim.Optimizer) -> int:
    """The step to go on from."""
    path = folder / "state.pt"
    if not path.is_file():
        return 0
    state: dict[str, Any] = torch.load(path, weights_only=True)
    optimizer.load_state_dict(state["optimizer"])
    return int(state["step"])


def _save(network: Tone, optimizer: torch.optim.Optimizer, step: int, folder: Path) -> None:
    save(network, folder)
    torch.save({"optimizer": optimizer.state_dict(), "step": step}, folder / "state.part")
    (folder / "state.part").replace(folder / "state.pt")


def main() -> None:
    parser = argparse.ArgumentParser(prog="train-tone", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument(
        "--init", type=Path, required=True, help="the sentence model's folder: config, tokenizer, weights"
    )
    parser.add_argument("--out", type=Path, default=Path("build/tone"), help="where checkpoints go")
    parser.add_argument("--epochs", type=float, default=2.0)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--threads", type=int, default=1, help="more help only on a machine that does nothing else")
    parser.add_argument("--seed", type=int, default=9)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
