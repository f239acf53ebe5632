"""A state folder with lists in it; every name is made up."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from companion.lists.importing import Imported, import_list
from companion.lists.library import Library
from companion.lists.matching import hits

VENDORS = ("Fairhaven Paving", "Elmbrook Granite", "Project Blue-Héron", "26-CV-004417")


def imported(library: Library, name: str, terms: Iterable[str]) -> Imported:
    return import_list(library, name, enumerate(terms, 2))


def library_with(state: Path, **lists: Iterable[str]) -> Library:
    library = Library(state)
    for name, terms in lists.items():
        imported(library, name, terms)
    return library


def found(library: Library, text: str) -> list[tuple[str, str]]:
    """(list, words) of each hit."""
    return [(hit.list, text[hit.start : hit.end]) for hit in hits(text, library.read().lists)]
