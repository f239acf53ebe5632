"""One small JSON file that several processes share: read when changed, replaced whole, private to this user."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from companion.errors import PairingFileBroken

M = TypeVar("M", bound=BaseModel)


class StateFile(Generic[M]):
    def __init__(self, path: Path, model: type[M]) -> None:
        self._path = path
        self._model = model
        self._known: tuple[tuple[int, int, int], M] | None = None

    def read(self) -> M:
        """The content now, or an empty model when there is no file. The result is not to be changed."""
        try:
            stat = self._path.stat()
            stamp = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
            if self._known is None or self._known[0] != stamp:
                self._known = stamp, self._model.model_validate_json(self._path.read_bytes())
        except FileNotFoundError:
            return self._model()
        except (OSError, ValidationError) as error:
            reason = error.strerror if isinstance(error, OSError) else "its content is damaged"
            raise self._broken(f"{reason}. Delete this file and pair your browser again") from None
        return self._known[1]

    @contextmanager
    def changing(self) -> Iterator[M]:
        """Yields a copy to change; it replaces the file when the block ends, and no other process comes between."""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with _locked(self._path.with_suffix(".lock")):
                content = self.read().model_copy(deep=True)
                yield content
                replaced(self._path, content.model_dump_json(indent=2).encode())
        except OSError as error:
            why = (
                f"{error.strerror}. It is as it was; make room on the disk, or let Foreword write there, and try again"
            )
            raise self._broken(why) from None

    def _broken(self, why: str) -> PairingFileBroken:
        return PairingFileBroken(f"{self._path}: {why}.")


def replaced(path: Path, content: bytes) -> None:
    """Put a whole new file in the old one's place, for this user only; a reader sees the one or the other."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # mkstemp makes the file readable by this user only (mode 0600); os.replace is atomic.
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105  Path.replace is the same call; this one names both ends
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold an advisory lock; the operating system lets go of it when the process ends, however it ends."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
