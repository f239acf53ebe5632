"""Checkpoint → calibrated → companion/tone/small: `python -m companion.tone.training.ship --data folder`."""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import torch
from tokenizers import Tokenizer

from companion.tone.model import FOLDER
from companion.tone.training.calibrate import calibrate
from companion.tone.training.example import Example
from companion.tone.training.export import export
from companion.tone.training.network import read_network
from companion.tone.training.sampling import contrast, corpus

_OF_A_SOURCE = 450


def held_back(data: Path) -> list[Example]:
    """The `dev` split: some of every source, and of every held-back template."""
    chance = random.Random(5)  # noqa: S311 (a choice of examples)
    examples = corpus(data)["dev"]
    sources = sorted({example.source for example in examples})
    of_each = [[e for e in examples if e.source == source] for source in sources]
    return [e for some in of_each for e in chance.sample(some, min(len(some), _OF_A_SOURCE))] + contrast("dev", 12, 5)


def main() -> None:
    parser = argparse.ArgumentParser(prog="ship-tone", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--from", dest="checkpoint", type=Path, default=Path("build/tone"))
    parser.add_argument("--to", type=Path, default=FOLDER)
    options = parser.parse_args()
    torch.set_num_threads(1)
    network = read_network(options.checkpoint)
    tokenizer = Tokenizer.from_file(str(options.checkpoint / "tokenizer.json"))
    lines = calibrate(network, tokenizer, held_back(options.data))
    print("calibrated:", lines)
    export(network, options.checkpoint, options.to, {"calibrated": lines})


if __name__ == "__main__":
    main()
