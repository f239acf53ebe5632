"""How name_list/*.txt were made: `python -m companion.detectors.recognisers.name_list_export NAMES DICTIONARY`.

NAMES is the folder of the package `names`, DICTIONARY a list of English words, one a line; needs the package `faker`.
The companion itself needs none of them (name_list/README.md).
"""

from __future__ import annotations

import pkgutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import regex

from companion.detectors.recognisers.name_weights import ALSO_WORDS, FOLDER, GIVEN, LEFT_OUT, SURNAMES
from companion.folding import fold

_CENSUS_GIVEN = ("dist.male.first", "dist.female.first")
_CENSUS_SURNAMES = "dist.all.last"
_MOST_SURNAMES = 6_000  # of the Census, the most frequent ones
_NAME = regex.compile(r"[a-z]{3,}")
_NO_NAMES = ("format", "prefix", "suffix", "language", "weight", "middle", "initial", "parts")
_PROVIDERS = 2  # an English word counts as a name only if that many languages have it, or the Census


def main() -> None:
    names, dictionary = Path(sys.argv[1]), Path(sys.argv[2])
    words = {line for line in dictionary.read_text("utf-8").split() if line.islower()}
    left_out = _read(LEFT_OUT)
    census_given = set(_folded(_census(names, _CENSUS_GIVEN)))
    languages = Counter(name for provider in _of_faker(of_families=False) for name in _folded(provider))
    given = (census_given | set(languages)) - left_out
    surnames = set(_folded(_census(names, (_CENSUS_SURNAMES,))[:_MOST_SURNAMES]))
    surnames.update(*map(_folded, _of_faker(of_families=True)))
    frequent = census_given | {name for name, count in languages.items() if count >= _PROVIDERS}
    _write(GIVEN, given - words)
    _write(SURNAMES, surnames - given - words - left_out)
    _write(ALSO_WORDS, given & words & frequent)


def _read(file: str) -> set[str]:
    lines = (FOLDER / file).read_text("ascii").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


def _census(folder: Path, files: Iterable[str]) -> list[str]:
    """Upper case, by frequency."""
    return [line.split()[0] for file in files for line in (folder / file).read_text("ascii").splitlines()]


def _of_faker(*, of_families: bool) -> Iterator[list[str]]:
    """The names of each language's provider."""
    import faker.providers.person as people

    for module in pkgutil.iter_modules(people.__path__):
        provider = getattr(import_module(f"{people.__name__}.{module.name}"), "Provider", None)
        yield [
            name
            for attribute in dir(provider)
            if "name" in attribute and not any(word in attribute for word in _NO_NAMES)
            if any(word in attribute for word in ("last", "family", "surname")) == of_families
            for name in _strings(getattr(provider, attribute))
        ]


def _strings(names: Any) -> Iterator[str]:
    """Faker keeps names in tuples, lists, mappings with weights, and tuples of tuples."""
    if isinstance(names, str):
        yield names
    elif isinstance(names, Iterable):
        for name in names:
            yield from _strings(name)


def _folded(names: Iterable[str]) -> set[str]:
    """As drafts are compared: small letters without accents. Other scripts and names of several words are left out."""
    plain = (fold(name).text.lower() for name in set(names))
    return {name for name in plain if _NAME.fullmatch(name)}


def _write(file: str, names: Iterable[str]) -> None:
    (FOLDER / file).write_text("".join(f"{one}\n" for one in sorted(names)), "ascii")


if __name__ == "__main__":
    main()
