"""`make train-tone DATA=folder INIT=folder`: learns, with a checkpoint every few minutes; started again, it goes on.

Same seed, same data, same machine: same model. A GPU is used where there is one.
"""

from __future__ import annotations

import argparse
import random
import time
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
    folder: Path = options.out
    learned = corpus(options.data)["train"]
    if not learned:
        raise SystemExit(f"No corpus in {options.data}: see the model's card for the files that are read.")
    network = _network(options, [e.text for e in learned])
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    device = "cuda" if torch.cuda.is_available() else "cpu"
    network.to(device)
    state = _state(folder)
    these = _epoch_batches(learned, tokenizer, 0, options.seed)
    steps_an_epoch = len(these)
    total = int(steps_an_epoch * options.epochs)
    optimizer = torch.optim.AdamW(_groups(network, options.rate), weight_decay=0.01, fused=True)
    if "optimizer" in state:
        optimizer.load_state_dict(state["optimizer"])
    step, saved, began, shown = state.get("step", 0), time.monotonic(), time.monotonic(), 0.0
    first = step
    print(f"{len(learned)} texts, {steps_an_epoch} steps an epoch, {total} in all, from {step}", flush=True)
    network.train()
    while step < total:
        number = step // steps_an_epoch
        these = these if number == 0 else _epoch_batches(learned, tokenizer, number, options.seed)
        for place, batch in enumerate(these):
            if number * steps_an_epoch + place < step:
                continue
            if step >= total:
                break
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * _rate(step, total)
            optimizer.zero_grad(set_to_none=True)
            with torch.autocast(device, dtype=torch.bfloat16):
                loss = loss_of(network, _on(batch, device))
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            shown = loss.item() if shown == 0 else 0.98 * shown + 0.02 * loss.item()
            if step % 20 == 0:
                a_step = (time.monotonic() - began) / (step - first)
                left = (total - step) * a_step / 60
                print(f"step {step}/{total}  loss {shown:.4f}  {a_step:.2f} s a step  {left:.0f} min left", flush=True)
            if time.monotonic() - saved > _SAVE_EVERY_S:
                _save(network, optimizer, step, folder)
                saved = time.monotonic()
        step = max(step, min(total, (number + 1) * steps_an_epoch))
    _save(network, optimizer, step, folder)
    print("done", flush=True)


def _network(options: argparse.Namespace, texts: list[str]) -> Tone:
    folder: Path = options.out
    if (folder / "network.pt").is_file():
        return read_network(folder)
    sentences = [e.text for e in contrast("train", 40, 0)] + [t.text for t in templates()]
    return from_sentence_model(options.init, folder, (reading(text).text for text in [*texts, *sentences]))


def _epoch_batches(learned: list[Example], tokenizer: Tokenizer, number: int, seed: int) -> list[Batch]:
    chance = random.Random(f"{seed} batches {number}")  # noqa: S311 (a shuffle)
    chosen = epoch(learned, number, seed)
    ordinary = [t.text for t in templates() if t.file == "ordinary" and t.split == "train" and "{" not in t.text]
    encoded = [encode(tokenizer, disturbed(example, chance, ordinary)) for example in chosen]
    return list(batches(encoded, PIECES_A_BATCH, chance))


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


def _state(folder: Path) -> dict[str, Any]:
    path = folder / "state.pt"
    return torch.load(path, weights_only=True) if path.is_file() else {}


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
