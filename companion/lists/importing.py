"""A column of a CSV file → a list that holds none of its terms in plain."""

from __future__ import annotations

import secrets
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from companion.errors import CannotRead
from companion.lists.csv_column import Cell
from companion.lists.hashing import SALT_BYTES, TermHash, key_id
from companion.lists.index import About, index_bytes
from companion.lists.library import Library
from companion.lists.normalise import normalised
from companion.lists.telling import too_little
from companion.state_file import replaced

MOST_TERMS = 1_000_000
_REFUSALS_KEPT = 20


@dataclass
class Imported:
    """What became of the cells. Lines and reasons, never terms."""

    terms: int = 0
    duplicates: int = 0
    empty: int = 0
    refused: int = 0
    first_refused: list[tuple[int, str]] = field(default_factory=list)


def import_list(
    library: Library, name: str, cells: Iterable[Cell], on_term: Callable[[int], object] = lambda _: None
) -> Imported:
    """Replaces the list of this name, at the end and at once. Raises CannotRead when nothing is left to keep."""
    key, salt = library.key.read_or_make(), secrets.token_bytes(SALT_BYTES)
    collected = _Collected(TermHash(key, salt))
    for line, cell in cells:
        if collected.add(line, cell):
            on_term(collected.seen.terms)
        if collected.seen.terms > MOST_TERMS:
            raise CannotRead(f"There are more than {MOST_TERMS:,} terms; import them as two lists.")
    if not collected.seen.terms:
        raise CannotRead(f"No term was left to import ({_what_happened(collected.seen)}). Nothing was changed.")
    about = About(
        name=name,
        terms=collected.seen.terms,
        created=datetime.now(UTC).strftime("%Y-%m-%d"),
        lengths=tuple(sorted(collected.lengths)),
        salt=salt.hex(),
        key_id=key_id(key),
        filter_bytes=0,
    )
    replaced(library.path(name), index_bytes(about, collected.tags, collected.hashes, collected.hashing))
    return collected.seen


class _Collected:
    """Sixteen bytes a term, and a set that knows which came before."""

    def __init__(self, hashing: TermHash) -> None:
        self.hashing = hashing
        self.seen = Imported()
        self.tags, self.hashes = array("Q"), array("Q")
        self.lengths: set[int] = set()
        self._known: set[int] = set()

    def add(self, line: int, cell: str) -> bool:
        term = normalised(cell)
        if not cell.strip():
            self.seen.empty += 1
        elif why := too_little(cell):
            self.seen.refused += 1
            if len(self.seen.first_refused) < _REFUSALS_KEPT:
                self.seen.first_refused.append((line, why))
        elif (tag := self.hashing.tag(term)) in self._known:
            self.seen.duplicates += 1
        else:
            self._known.add(tag)
            self.tags.append(tag)
            self.hashes.append(self.hashing.slow(term))
            self.lengths.add(len(term))
            self.seen.terms += 1
            return True
        return False


def _what_happened(seen: Imported) -> str:
    if seen.refused:
        line, why = seen.first_refused[0]
        return f"{seen.refused:,} refused, the first on line {line}: {why}"
    return f"{seen.empty:,} empty cells" if seen.empty else "only a header"
