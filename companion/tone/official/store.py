"""Where fetched models lie, and the proof that they are still what was fetched: state/models/<name>.

record.json holds the SHA-256 of each file as it came. A checkpoint is a pickle: none is opened uncompared.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from companion.errors import ModelUnusable
from companion.tone.official.catalogue import Official, RemoteFile
from companion.tone.official.download import download

RECORD, CONVERTED = "record.json", "model.onnx"
Told = Callable[[str, int, int | None], None]
"""File, bytes that are there, bytes of the whole."""


@dataclass(frozen=True)
class Store:
    """`folder` is the state folder's `models`."""

    folder: Path

    def place(self, name: str) -> Path:
        return self.folder / name

    def has(self, name: str, model: Official) -> bool:
        return all((self.place(name) / file).is_file() for file in (*model.files, RECORD))

    def fetch(self, name: str, model: Official, told: Told) -> None:
        """Every file that is not there; raises CannotFetch, or ModelUnusable for one that is not what it should be."""
        for file, remote in model.files.items():
            target = self.place(name) / file
            if not target.is_file():
                download(remote.url, target, lambda have, whole, file=file: told(file, have, whole))  # type: ignore[misc]
            try:
                self._compare(name, file, remote)
            except ModelUnusable:
                target.unlink()
                raise
            self.record(name, file)

    def verify(self, name: str, model: Official) -> None:
        """Raises ModelUnusable naming the first file that is missing or changed."""
        for file, remote in model.files.items():
            if not (self.place(name) / file).is_file() or file not in self._recorded(name):
                raise ModelUnusable(name, f"{file} is missing; run `foreword models fetch {name}`")
            self._compare(name, file, remote)

    def unchanged(self, name: str, file: str) -> Path:
        """The file, if it is still what was recorded; raises ModelUnusable."""
        path = self.place(name) / file
        if not path.is_file() or self._recorded(name).get(file) != self.digest(name, file):
            raise ModelUnusable(name, f"{file} is not ready to use; run `foreword models fetch {name}`")
        return path

    def remove(self, name: str) -> bool:
        """False when there was nothing."""
        if not self.place(name).is_dir():
            return False
        shutil.rmtree(self.place(name))
        return True

    def _compare(self, name: str, file: str, remote: RemoteFile) -> None:
        digest = self.digest(name, file)
        first = self._recorded(name).get(file)
        if remote.sha256 and digest != remote.sha256:
            raise ModelUnusable(name, f"{file} is not the one that is pinned in the list of models")
        if not digest.startswith(remote.sha256_starts):
            raise ModelUnusable(name, f"{file} does not have the checksum its name promises ({remote.sha256_starts}…)")
        if first and digest != first:
            raise ModelUnusable(name, f"{file} is not what was fetched; remove it and fetch it again")

    def digest(self, name: str, file: str) -> str:
        with (self.place(name) / file).open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()

    def _recorded(self, name: str) -> dict[str, str]:
        path = self.place(name) / RECORD
        if not path.is_file():
            return {}
        try:
            read: dict[str, str] = json.loads(path.read_text("utf-8"))
        except ValueError:
            raise ModelUnusable(name, f"{RECORD} is damaged; remove the model and fetch it again") from None
        return read

    def record(self, name: str, file: str) -> None:
        """From now on the file counts as it is."""
        known = self._recorded(name) | {file: self.digest(name, file)}
        path = self.place(name) / RECORD
        beside = path.with_name(RECORD + ".part")
        beside.write_text(json.dumps(known, indent=2) + "\n", "utf-8")
        beside.replace(path)
