"""The folder of lists: state folder / lists / NAME.index, one file a list."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from companion.errors import KeyUnusable, ListUnusable
from companion.lists.index import Index, read_index
from companion.lists.keys import ListKey

Stamp = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True)
class Shelf:
    """The lists that can be used, and why others cannot."""

    lists: tuple[Index, ...] = ()
    unusable: tuple[ListUnusable, ...] = ()


class Library:
    def __init__(self, state: Path) -> None:
        self.folder = state / "lists"
        self.key = ListKey(self.folder)

    @property
    def paths(self) -> list[Path]:
        return sorted(self.folder.glob("*.index"))

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.index"

    @property
    def stamp(self) -> Stamp:
        """Changes whenever a list or the key's file does."""
        found = []
        for path in [*self.paths, *self.folder.glob("key")]:
            try:
                stat = path.stat()
            except FileNotFoundError:  # removed meanwhile
                continue
            found.append((path.name, stat.st_mtime_ns, stat.st_size, stat.st_ino))
        return tuple(found)

    def read(self) -> Shelf:
        """Every list by itself: one that is damaged takes no other with it. Without lists no key is asked for."""
        paths = self.paths
        if not paths:
            return Shelf()
        try:
            key = self.key.read()
        except KeyUnusable as error:
            return Shelf((), tuple(ListUnusable(path.stem, error.detail) for path in paths))
        if key is None:
            why = f"its key is gone (looked for in {self.key.place}); put it back, or import the list again"
            return Shelf((), tuple(ListUnusable(path.stem, why) for path in paths))
        lists, unusable = [], []
        for path in paths:
            try:
                lists.append(read_index(path, key))
            except ListUnusable as error:
                unusable.append(error)
        return Shelf(tuple(lists), tuple(unusable))

    def remove(self, name: str) -> bool:
        """Whether there was such a list. The key goes with the last one."""
        path = self.path(name)
        if not path.is_file():
            return False
        path.unlink()
        if not self.paths:
            self.key.forget()
        return True
