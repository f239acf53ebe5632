"""A file or a folder → its entries, as a scan reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from companion.scan.item import Item, Unread
from companion.scan.limits import Limits
from companion.scan.read import Read, read_all
from companion.scan.reading.frame import Frame

LIMITS = Limits(unpacked_bytes=50_000_000, record_bytes=100_000)


class Seen:
    def __init__(self, path: Path, chosen: str | None = None, limits: Limits = LIMITS, **frame: Any) -> None:
        read = Read()
        found = list(read_all([str(path)], Frame("", limits, **frame), chosen, read))
        self.items = [entry for entry in found if isinstance(entry, Item)]
        self.unread = [entry for entry in found if isinstance(entry, Unread)]
        self.formats = list(read.formats.elements())

    @property
    def texts(self) -> list[str]:
        return [item.text for item in self.items]

    @property
    def whys(self) -> list[str]:
        return [f"{one.where}: {one.why}" for one in self.unread]


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
