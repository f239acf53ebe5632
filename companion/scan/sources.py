"""Files, folders, archives and standard input → the sources in them, in a fixed order. Nothing is unpacked to disk."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from companion.errors import CannotRead
from companion.scan import zip_archive
from companion.scan.item import Unread
from companion.scan.limits import Limits

STDIN = "-"


@dataclass(frozen=True)
class Source:
    """`open` gives the bytes from the start; it may raise OSError, BadZipFile or TooMuch, also while being read."""

    name: str
    open: Callable[[], BinaryIO]
    size: int | None
    modified: float | None = None
    """Seconds since 1970; what it holds is no younger."""


def sources(paths: Iterable[str], limits: Limits, without: Collection[Path] = ()) -> Iterator[Source | Unread]:
    """Raises CannotRead when a path that was named is not there; what is inside and unreadable is told and passed.

    `without`: absolute paths of files that are left alone in folders, such as the report that is being written.
    """
    for path in paths:
        if path == STDIN:
            yield Source("stdin", lambda: sys.stdin.buffer, None)
            continue
        named = Path(path)
        if named.is_dir():
            yield from _in_folder(named, limits, without)
        elif named.exists():
            yield from _file(named, path, limits)
        else:
            raise CannotRead(f"{path}: there is no such file or folder.")


def _in_folder(folder: Path, limits: Limits, without: Collection[Path]) -> Iterator[Source | Unread]:
    """Sorted by name; hidden files are left alone, links are told: they may lead anywhere, or round in circles."""
    try:
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        yield Unread(str(folder), "folder", f"It cannot be opened ({error.strerror}).")
        return
    for path in inside:
        if path.name.startswith(".") or path.name == "__MACOSX" or path.absolute() in without:
            continue
        if path.is_symlink():
            yield Unread(str(path), "link", "It is a link; name its target to have it read.", is_mistake=False)
        elif path.is_dir():
            yield from _in_folder(path, limits, without)
        elif path.is_file():
            yield from _file(path, str(path), limits)


def _file(path: Path, name: str, limits: Limits) -> Iterator[Source | Unread]:
    try:
        with path.open("rb") as file:
            head = file.read(4)
        stat = path.stat()
    except OSError as error:
        yield Unread(name, "file", f"It cannot be opened ({error.strerror}).")
        return
    if head in zip_archive.BEGINS and path.suffix.lower() not in zip_archive.DOCUMENTS:
        for member in zip_archive.members(path, name, limits):
            yield member if isinstance(member, Unread) else Source(*member, stat.st_mtime)
    else:
        yield Source(name, lambda: path.open("rb"), stat.st_size, stat.st_mtime)
