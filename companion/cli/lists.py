"""`foreword lists …`: no term is ever printed, but for words of the reader's own text."""

from __future__ import annotations

import argparse
import sys
import time

from companion.errors import CannotRead, ListUnusable
from companion.lists.csv_column import cells
from companion.lists.importing import Imported, import_list
from companion.lists.index import read_about
from companion.lists.library import Library
from companion.lists.matching import hits
from companion.settings import settings

_SHOW_EVERY = 0.2
"""Seconds."""


def import_(arguments: argparse.Namespace) -> int:
    library = Library(settings().state)
    try:
        size = arguments.file.stat().st_size
    except OSError as error:
        raise CannotRead(f"{arguments.file}: {error.strerror}.") from None
    progress = _Progress(size)
    found = cells(arguments.file, arguments.column, progress.on_bytes)
    try:
        seen = import_list(library, arguments.name, found, progress.on_term)
    finally:
        progress.clear()
    _show_refused(seen)
    print(f"{arguments.name}: {_number(seen.terms, 'term')}{_left_out(seen)}.")
    print(f"The key is kept here: {library.key.place}")
    print(f"{arguments.file.name} still holds the terms: keep it where it belongs, not here.")
    return 1 if seen.refused else 0


def list_(_: argparse.Namespace) -> int:
    paths = Library(settings().state).paths
    for path in paths:
        try:
            about = read_about(path)
            print(f"{about.name:<20} {_number(about.terms, 'term'):>15}  imported {about.created}")
        except ListUnusable as error:
            print(error.detail)
    if not paths:
        print("There are no lists. `foreword lists import FILE.csv --name NAME --column COLUMN` makes one.")
    return 0


def remove(arguments: argparse.Namespace) -> int:
    if not Library(settings().state).remove(arguments.name):
        raise CannotRead(f"There is no list named “{arguments.name}”. `foreword lists list` shows those there are.")
    print(f"Removed {arguments.name}.")
    return 0


def check(arguments: argparse.Namespace) -> int:
    text = sys.stdin.read() if arguments.text == "-" else arguments.text
    shelf = Library(settings().state).read()
    found = hits(text, shelf.lists)
    for hit in found:
        print(f"{hit.list}: {text[hit.start : hit.end]}")
    if not found:
        print(f"Nothing here stands on {_number(len(shelf.lists), 'list')}.")
    for error in shelf.unusable:
        print(f"foreword: not looked at: {error.detail}", file=sys.stderr)
    return 1 if found or shelf.unusable else 0


def verify(_: argparse.Namespace) -> int:
    shelf = Library(settings().state).read()
    for one in shelf.lists:
        print(f"{one.name}: whole, {_number(one.about.terms, 'term')}.")
    for error in shelf.unusable:
        print(error.detail)
    if not shelf.lists and not shelf.unusable:
        print("There are no lists.")
    return 1 if shelf.unusable else 0


class _Progress:
    """On a terminal only: a million terms take two minutes, and so do many rows that are there twice."""

    def __init__(self, size: int) -> None:
        self._size = max(size, 1)
        self._terms = 0
        self._shows = sys.stderr.isatty()
        self._next = 0.0

    def on_term(self, count: int) -> None:
        self._terms = count

    def on_bytes(self, read: int) -> None:
        if self._shows and (now := time.monotonic()) >= self._next:
            self._next = now + _SHOW_EVERY
            print(f"\r{self._terms:,} terms, {read / self._size:.0%} of the file", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self._shows:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _show_refused(seen: Imported) -> None:
    for line, why in seen.first_refused:
        print(f"line {line}: refused, {why}", file=sys.stderr)
    if more := seen.refused - len(seen.first_refused):
        print(f"and {more:,} more lines refused", file=sys.stderr)


def _left_out(seen: Imported) -> str:
    counted = ((seen.refused, "refused"), (seen.duplicates, "there twice"), (seen.empty, "empty"))
    said = ", ".join(f"{count:,} {what}" for count, what in counted if count)
    return f" ({said})" if said else ""


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
