"""The secret that keys every list: in the operating system's keyring where there is one, else a file of mode 0600."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from companion.errors import KeyUnusable
from companion.lists.hashing import KEY_BYTES
from companion.state_file import replaced

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "Foreword"
_ENTRY = "confidential lists"


class ListKey:
    """A file that is there goes before the keyring: the keyring of a desktop is not open to a service."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "key"

    def read(self) -> bytes | None:
        """None when there is none yet; raises KeyUnusable."""
        try:
            kept = self._file.read_text("ascii") if self._file.exists() else _from_keyring()
            return None if kept is None else _checked(kept)
        except (OSError, ValueError):
            raise KeyUnusable(f"The key of the confidential lists ({self.place}) cannot be read.") from None

    def read_or_make(self) -> bytes:
        known = self.read()
        return self._make() if known is None else known

    def forget(self) -> None:
        self._file.unlink(missing_ok=True)
        backend = _real_keyring()
        if backend is not None and backend.get_password(_SERVICE, _ENTRY) is not None:
            backend.delete_password(_SERVICE, _ENTRY)

    @property
    def place(self) -> str:
        backend = None if self._file.exists() else _real_keyring()
        return f"keyring: {backend.name}" if backend else str(self._file)

    def _make(self) -> bytes:
        key, backend = secrets.token_bytes(KEY_BYTES), _real_keyring()
        if backend is None or not _kept(backend, key.hex()):
            replaced(self._file, key.hex().encode())
        return key


def _checked(kept: str) -> bytes:
    key = bytes.fromhex(kept.strip())
    if len(key) != KEY_BYTES:
        raise ValueError
    return key


def _real_keyring() -> KeyringBackend | None:
    """None where keys would be kept nowhere, or in a plain file of somebody else's."""
    import keyring  # not at the top: it looks for what the desktop has, and most commands need no key

    backend = keyring.get_keyring()
    return backend if backend.priority >= 1 else None


def _from_keyring() -> str | None:
    from keyring.errors import KeyringError

    backend = _real_keyring()
    try:
        return backend.get_password(_SERVICE, _ENTRY) if backend else None
    except KeyringError:
        raise KeyUnusable("The keyring that holds the key of the confidential lists is locked; unlock it.") from None


def _kept(backend: KeyringBackend, key: str) -> bool:
    from keyring.errors import KeyringError

    try:
        backend.set_password(_SERVICE, _ENTRY, key)
    except KeyringError:
        return False
    return backend.get_password(_SERVICE, _ENTRY) == key
