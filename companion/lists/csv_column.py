"""One column of a CSV file, row by row: any size of file, one line of it in memory at a time."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from companion.errors import CannotRead

_LONGEST_LINE = 1_000_000
_DELIMITERS = ",;\t"  # spreadsheets write the one or the other, by the country they were set up for
_OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff")
Cell = tuple[int, str]
"""The line it ends on, and what stands in it."""


def cells(path: Path, column: str, on_bytes: Callable[[int], object] = lambda _: None) -> Iterator[Cell]:
    """The column's cells, header left out; `on_bytes` hears how far the file was read. Raises CannotRead."""
    try:
        with path.open("rb") as file:
            yield from _cells(_lines(file, path.name, on_bytes), column, path.name)
    except OSError as error:
        raise CannotRead(f"{path}: {error.strerror}.") from None


def _cells(lines: Iterator[str], column: str, name: str) -> Iterator[Cell]:
    header = next(lines, "")
    delimiter = max(_DELIMITERS, key=header.count)

    def with_header() -> Iterator[str]:
        yield header
        yield from lines

    rows = csv.reader(with_header(), delimiter=delimiter, strict=True)
    try:
        place = _place(column, next(rows, []), name)
        for row in rows:
            yield rows.line_num, row[place] if place < len(row) else ""
    except csv.Error as error:
        raise CannotRead(f"{name}:{rows.line_num}: this line is not CSV ({error}).") from None


def _place(column: str, header: list[str], name: str) -> int:
    titles = [title.strip() for title in header]
    if not any(titles):
        raise CannotRead(f"{name}: there is nothing in the first line; it should name the columns.")
    found = [i for i, title in enumerate(titles) if title.casefold() == column.strip().casefold()]
    if len(found) != 1:
        many = "two columns are" if found else "no column is"
        raise CannotRead(f"{name}: {many} named “{column}”. The first line names: {', '.join(titles)}.")
    return found[0]


def _lines(file: BinaryIO, name: str, on_bytes: Callable[[int], object]) -> Iterator[str]:
    number = read = 0
    while line := file.readline(_LONGEST_LINE):
        number, read = number + 1, read + len(line)
        on_bytes(read)
        if number == 1 and line.startswith(_OTHER_ENCODINGS):
            raise CannotRead(f"{name}: this file is UTF-16; save it as “CSV UTF-8”.")
        if len(line) == _LONGEST_LINE and not line.endswith(b"\n"):
            raise CannotRead(f"{name}:{number}: this line is longer than {_LONGEST_LINE:,} bytes; is it a CSV file?")
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise CannotRead(f"{name}:{number}: this line is not UTF-8; save the file as “CSV UTF-8”.") from None
