""" "Try a draft": the static page at `/`. Read once, served from memory, so no path can lead anywhere else."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

_MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_FOLDER = "try/"


@dataclass(frozen=True)
class File:
    content: bytes
    media_type: str


class Files:
    """`""` is the page; everything else lies below `try/`."""

    def __init__(self) -> None:
        self._files = {
            "" if entry.name == "index.html" else _FOLDER + entry.name: File(entry.read_bytes(), media_type)
            for entry in files(__package__).iterdir()
            if (media_type := _MEDIA_TYPES.get(entry.name.rpartition(".")[2]))
        }

    def get(self, path: str) -> File | None:
        return self._files.get(path)

    @property
    def paths(self) -> list[str]:
        return sorted(self._files)
