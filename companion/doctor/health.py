"""Is everything there, and does it fit together?"""

from __future__ import annotations

import platform
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from companion import __version__
from companion.assemble import policy_in_use
from companion.doctor.processes import listening_on
from companion.doctor.remark import Remark
from companion.errors import ForewordError
from companion.pairing import PairingBook
from companion.settings import settings


def health() -> Iterator[Remark]:
    for look in (_versions, _policy, _companion, _pairings, _state_folder):
        yield from _surely(look)


def _surely(look: Callable[[], Iterator[Remark]]) -> Iterator[Remark]:
    """One thing that cannot be looked at does not hide the others."""
    try:
        yield from look()
    except ForewordError as error:
        yield Remark("problem", look.__name__.strip("_").replace("_", " "), error.detail)


def _versions() -> Iterator[Remark]:
    yield Remark("ok", "versions", f"Foreword {__version__}, Python {platform.python_version()}, {platform.system()}.")


def _policy() -> Iterator[Remark]:
    pack = policy_in_use()
    yield Remark("ok", "policy", f"{pack.file.title}, {len(pack.rules)} rules, version {pack.version}.")
    for error in pack.set_aside:
        yield Remark("problem", "policy", f"Set aside: {error.detail}")


def _companion() -> Iterator[Remark]:
    port = settings().port
    process = listening_on(port)
    if process is None:
        yield Remark(
            "note", "companion", f"Nothing of yours listens on port {port}. `foreword run` starts the companion."
        )
    elif "companion" in " ".join(process.cmdline()) or "foreword" in " ".join(process.cmdline()):
        memory = process.memory_info().rss / 1e6
        yield Remark("ok", "companion", f"Listens on 127.0.0.1:{port} (process {process.pid}, {memory:.0f} MB).")
    else:
        said = (
            f"Another program ({process.name()}, process {process.pid}) listens on port {port}. The extension tells it "
        )
        yield Remark("problem", "companion", said + "nothing. Stop it, or set FOREWORD_PORT and the extension's port.")


def _pairings() -> Iterator[Remark]:
    clients = PairingBook(settings().state).clients
    for client in clients:
        yield Remark("ok", "paired", f"{client.name}, since {client.since}. Not yours? `foreword unpair {client.id}`.")
    if not clients:
        yield Remark("note", "paired", "No browser is paired. `foreword pair` shows a code.")


def _state_folder() -> Iterator[Remark]:
    folder = settings().state
    if not folder.is_dir():
        yield Remark("note", "state folder", f"{folder} is not there yet; it is made when a browser is paired.")
        return
    open_to_others = [path for path in (folder, *folder.rglob("*")) if _others_may(path)]
    for path in open_to_others:
        yield Remark("problem", "state folder", f"Others on this computer may read {path}: `chmod go-rwx` closes it.")
    if not open_to_others:
        yield Remark("ok", "state folder", f"{folder}, readable by you only.")


def _others_may(path: Path) -> bool:
    return sys.platform != "win32" and bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))
