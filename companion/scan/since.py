"""Keyed hashes: the same text again is known, and nothing of it can be read from what is kept."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from companion.scan.item import Entry, Item
from companion.state_file import replaced

_KEY = "key"
_KEY_BYTES = 32


class Memory:
    """The folder `scans` in FOREWORD_STATE: a key of its own, and files named by hashes."""

    def __init__(self, state: Path) -> None:
        self.folder = state / "scans"
        self._key: bytes | None = None

    def hash(self, *parts: str) -> bytes:
        """Eight bytes; the parts are told apart."""
        digest = hashlib.blake2b(key=self._read_key(), digest_size=8)
        for part in parts:
            data = part.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "big") + data)
        return digest.digest()

    def path(self, *parts: str, ending: str) -> Path:
        return self.folder / f"{self.hash(*parts).hex()}{ending}"

    def _read_key(self) -> bytes:
        if self._key is None:
            path = self.folder / _KEY
            if not path.is_file():
                replaced(path, os.urandom(_KEY_BYTES))
            self._key = path.read_bytes()
        return self._key


class OnlyNew:
    """Lets through what no earlier scan of the same paths has seen; `keep` remembers what this one saw.

    Eight bytes an item: eight megabytes for a million.
    """

    def __init__(self, memory: Memory, paths: Iterable[str]) -> None:
        self._memory = memory
        self._file = memory.path("since", *(str(Path(path).absolute()) for path in paths), ending=".seen")
        self._known = self._read()
        self._new: set[int] = set()
        self.skipped = 0

    def filtered(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            if isinstance(entry, Item):
                number = self._number(entry)
                if self._holds(number):
                    self.skipped += 1
                    continue
                self._new.add(number)
            yield entry

    def keep(self) -> None:
        new = np.fromiter(self._new, np.uint64, len(self._new))
        replaced(self._file, np.union1d(self._known, new).tobytes())

    def _number(self, item: Item) -> int:
        """The same post in a newer export is the same, wherever it stands there; an edited one is new."""
        return int.from_bytes(self._memory.hash(item.id or "", item.time or "", item.author or "", item.text), "big")

    def _holds(self, number: int) -> bool:
        place = int(np.searchsorted(self._known, np.uint64(number)))
        return place < len(self._known) and int(self._known[place]) == number

    def _read(self) -> npt.NDArray[np.uint64]:
        try:
            data = self._file.read_bytes()
        except FileNotFoundError:
            return np.empty(0, np.uint64)
        return np.frombuffer(data[: len(data) // 8 * 8], np.uint64)


class Younger:
    """Lets through what was published on this day or later, and what has no date: said, not left out."""

    def __init__(self, day: str) -> None:
        self._from = day
        self.skipped = 0

    def filtered(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            if isinstance(entry, Item) and entry.time is not None and entry.time < self._from:
                self.skipped += 1
            else:
                yield entry

    def keep(self) -> None:
        """A date needs no memory."""
