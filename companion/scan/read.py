"""Everything that was named on the command line, entry by entry; what cannot be read is an entry, too."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from companion.scan import zip_archive
from companion.scan.item import Entry, Unread
from companion.scan.limits import TooMuch
from companion.scan.raw import AT_ONCE, Raw
from companion.scan.reading.decoding import as_utf8
from companion.scan.reading.frame import Frame
from companion.scan.reading.json_elements import BROKEN
from companion.scan.reading.recognise import FORMATS, Format, entries, recognised
from companion.scan.sources import Source, sources


@dataclass
class Read:
    """What has been opened so far, for whoever wants to tell."""

    bytes: int = 0
    formats: Counter[str] = field(default_factory=Counter)
    """Titles of formats, and in how many sources each."""


def read_all(
    paths: Iterable[str], frame: Frame, chosen: str | None, seen: Read, without: Collection[Path] = ()
) -> Iterator[Entry]:
    """`without`: see `sources`."""
    for source in sources(paths, frame.limits, without):
        if isinstance(source, Unread):
            yield source
        else:
            yield from _read(source, replace(frame, source=source.name), FORMATS[chosen] if chosen else None, seen)


def _read(source: Source, frame: Frame, chosen: Format | None, seen: Read) -> Iterator[Entry]:
    try:
        with source.open() as opened:
            stream = as_utf8(io.BufferedReader(_Counted(opened, seen), AT_ONCE))
            kind = chosen or recognised(stream, frame)
            if isinstance(kind, Unread):
                yield kind
            elif kind is not None:
                seen.formats[kind.title] += 1
                yield from entries(stream, frame, kind)
    except TooMuch as error:
        yield frame.unread("file", f"{error} What follows was not read.")
    except (*zip_archive.BROKEN, *BROKEN, csv.Error, OSError, RuntimeError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        yield frame.unread("file", f"It could not be read to its end ({why}).")


class _Counted(Raw):
    def __init__(self, inner: BinaryIO, seen: Read) -> None:
        super().__init__(inner)
        self._seen = seen

    def take(self, most: int) -> bytes:
        data = super().take(most)
        self._seen.bytes += len(data)
        return data
