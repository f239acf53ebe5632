"""Which lines the shipped encoder was tuned with: minilm/read.bin, four bytes of a hash for each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from companion.meaning.encoder import FOLDER, plain

READ = FOLDER / "read.bin"


def known_lines(path: Path = READ) -> frozenset[int]:
    return frozenset(np.frombuffer(path.read_bytes(), "<u4").tolist()) if path.is_file() else frozenset()


def write_known(lines: Iterable[str], path: Path = READ) -> None:
    path.write_bytes(np.array(sorted({mark(line) for line in lines}), "<u4").tobytes())


def mark(line: str) -> int:
    return int.from_bytes(hashlib.blake2b(plain(line).encode(), digest_size=4).digest(), "little")
