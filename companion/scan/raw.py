"""A stream around a stream: subclasses say what is taken, and may count or change it on its way."""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Buffer  # Python's own has it from 3.12 on

AT_ONCE = 1 << 16


class Raw(io.RawIOBase):
    def __init__(self, inner: IO[bytes]) -> None:
        super().__init__()
        self.inner = inner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        into = memoryview(buffer)
        data = self.take(len(into))
        into[: len(data)] = data
        return len(data)

    def take(self, most: int) -> bytes:
        """At most so many bytes; none at the end."""
        return self.inner.read(most)

    def close(self) -> None:
        self.inner.close()
        super().close()
