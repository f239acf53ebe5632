"""The files in a ZIP archive, read in place: nothing is unpacked to disk, so a name leads nowhere else."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

from companion.scan.item import Unread
from companion.scan.limits import Limits, TooMuch
from companion.scan.raw import AT_ONCE, Raw

BEGINS = (b"PK\x03\x04", b"PK\x05\x06")
DOCUMENTS = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".jar")
"""Archives by their bytes, documents to everybody else."""
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
"""What reading a damaged member, or one packed in a way Python cannot unpack, raises."""

_ENCRYPTED = 0x1
_LINK = 0o120000

Member = tuple[str, Callable[[], BinaryIO], int]
"""Name, how to open it, bytes when unpacked (as the archive says)."""


def members(path: Path, name: str, limits: Limits) -> Iterator[Member | Unread]:
    try:
        archive = zipfile.ZipFile(path)
    except (*BROKEN, OSError, ValueError) as error:
        yield Unread(name, "archive", f"It is no whole ZIP archive ({type(error).__name__}).")
        return
    budget = _Budget(limits)
    for info in sorted(archive.infolist(), key=lambda info: info.filename):
        inside = f"{name}!{info.filename}"
        if why := _refused(info):
            yield Unread(inside, "file", why)
        elif not _is_left_alone(info):
            yield inside, _opener(archive, info, budget), info.file_size


def _is_left_alone(info: zipfile.ZipInfo) -> bool:
    """Folders, hidden files, and what macOS adds."""
    return info.is_dir() or "__MACOSX/" in info.filename or PurePosixPath(info.filename).name.startswith(".")


def _refused(info: zipfile.ZipInfo) -> str | None:
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    if ".." in parts or info.filename.startswith(("/", "\\")) or ":" in parts[0]:
        return "Its name points outside of the archive, as no honest export does."
    if (info.external_attr >> 16) & 0o170000 == _LINK:
        return "It is a link, which an archive should not hold."
    if info.flag_bits & _ENCRYPTED:
        return "It is locked with a password. Unpack the archive, then scan the folder."
    if info.filename.lower().endswith(".zip"):
        return "It is an archive inside an archive. Unpack the outer one, then scan the folder."
    return None


class _Budget:
    """What all the files of one archive may give together."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.left = limits.unpacked_bytes

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise TooMuch(f"The archive unpacks to more than {self.limits.unpacked_bytes:,} bytes.")


def _opener(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: _Budget) -> Callable[[], BinaryIO]:
    return lambda: io.BufferedReader(_Watched(archive.open(info), info, budget), AT_ONCE)


class _Watched(Raw):
    """Counts what really comes out; what the archive says of itself may be a lie."""

    def __init__(self, inner: IO[bytes], info: zipfile.ZipInfo, budget: _Budget) -> None:
        super().__init__(inner)
        self._most = max(budget.limits.ratio * info.compress_size, budget.limits.ratio_from)
        self._given = 0
        self._budget = budget

    def take(self, most: int) -> bytes:
        data = super().take(most)
        self._given += len(data)
        self._budget.take(len(data))
        if self._given > self._most:
            raise TooMuch("It unpacks to far more than text does, as files made to fill a disk do.")
        return data
