"""`foreword models`: Detoxify's own checkpoints, for who prefers them to the small model Foreword comes with."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from companion.errors import BadDraft, ModelUnusable
from companion.settings import settings
from companion.tone.official.catalogue import Official, read_catalogue
from companion.tone.official.store import Store

_SMALL = "small"


def show(_: argparse.Namespace) -> int:
    """One a line: whether it is in use, whether it is here, what it is."""
    store, in_use = _store(), settings().tone_model
    lines = [(_SMALL, "comes with Foreword", "a small BERT of our own in Detoxify's format (English)")]
    lines += [(name, _state(store, name, model), model.about) for name, model in _catalogue().items()]
    for name, state, about in lines:
        print(f"{'*' if name == in_use else ' '} {name:<15} {state:<20} {about}")
    return 0


def fetch(arguments: argparse.Namespace) -> int:
    """Goes on where it stopped; converts what is whole."""
    from companion.tone.official.convert import convert

    model, store = _named(arguments.name), _store()
    store.fetch(arguments.name, model, _progress)
    print(f"{arguments.name}: fetched and compared; converting it takes a minute.", flush=True)
    convert(store, arguments.name, model)
    print(f"{arguments.name}: ready. Set FOREWORD_TONE_MODEL={arguments.name} to use it.")
    return 0


def verify(arguments: argparse.Namespace) -> int:
    """Every model that is here, or the named one; 1 when one is not what was fetched."""
    store, code = _store(), 0
    names = [arguments.name] if arguments.name else [n for n in _catalogue() if store.place(n).is_dir()]
    for name in names:
        try:
            store.verify(name, _named(name))
        except ModelUnusable as error:
            print(error.detail)
            code = 1
        else:
            print(f"{name}: every file is what was fetched.")
    if not names:
        print("No model was fetched; the small one that Foreword comes with is compared each time it is loaded.")
    return code


def remove(arguments: argparse.Namespace) -> int:
    _named(arguments.name)
    gone = _store().remove(arguments.name)
    print(f"{arguments.name}: removed." if gone else f"{arguments.name}: there was nothing to remove.")
    return 0


def checkpoint(arguments: argparse.Namespace) -> int:
    """The small model for Detoxify itself."""
    from companion.tone.checkpoint import write_checkpoint

    folder: Path = arguments.folder
    path = write_checkpoint(folder)
    print(f"Detoxify(checkpoint={str(path)!r}, huggingface_config_path={str(folder.resolve())!r})")
    return 0


def _store() -> Store:
    return Store(settings().state / "models")


def _catalogue() -> dict[str, Official]:
    return read_catalogue(settings().models)


def _named(name: str) -> Official:
    """Raises BadDraft."""
    known = _catalogue()
    if name not in known:
        raise BadDraft(f"There is no model named {name!r}; there are {', '.join(known)}.")
    return known[name]


def _state(store: Store, name: str, model: Official) -> str:
    return "fetched" if store.has(name, model) else "not fetched"


def _progress(file: str, have: int, whole: int | None) -> None:
    if sys.stderr.isatty():
        of = f" of {whole / 1e6:.0f}" if whole else ""
        print(f"\r\x1b[K{file}: {have / 1e6:.0f}{of} MB", end="\r", file=sys.stderr, flush=True)
