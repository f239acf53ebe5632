"""One file over HTTP: goes on where it stopped, says how far it is, and is only there when it is whole."""

from __future__ import annotations

import errno
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import cast

from companion.errors import CannotFetch

Progress = Callable[[int, int | None], None]
"""Bytes that are there, and bytes of the whole where that is known."""

_BLOCK = 1 << 18
_PATIENCE_S = 60


def download(url: str, target: Path, progress: Progress) -> None:
    """Writes `target.part`, then moves it to `target`. Raises CannotFetch; what has come stays for the next try."""
    part = target.with_name(target.name + ".part")
    part.parent.mkdir(parents=True, exist_ok=True)
    try:
        with _open(url, part) as answer:
            _write(answer, part, progress)
    except (urllib.error.URLError, HTTPException, TimeoutError, ConnectionError) as error:
        raise CannotFetch(
            f"{_host(url)} did not give the file ({_reason(error)}); run the same command again to go on."
        ) from None
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise CannotFetch(f"The disk is full; make room in {part.parent} and run the same command again.") from None
        raise CannotFetch(f"{part} cannot be written: {error.strerror}.") from None
    part.replace(target)


def _open(url: str, part: Path) -> HTTPResponse:
    """Asks for the rest where a part of it is there."""
    have = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(url, headers={"Range": f"bytes={have}-"} if have else {})  # noqa: S310 (http, https)
    try:
        return cast(HTTPResponse, urllib.request.urlopen(request, timeout=_PATIENCE_S))  # noqa: S310 (catalogue.py)
    except urllib.error.HTTPError as error:
        if error.code != 416:  # the part is the whole, or of another file: begin again
            raise
        part.unlink()
        return cast(HTTPResponse, urllib.request.urlopen(url, timeout=_PATIENCE_S))  # noqa: S310


def _write(answer: HTTPResponse, part: Path, progress: Progress) -> None:
    goes_on = answer.status == 206
    length = answer.headers.get("Content-Length")
    have = part.stat().st_size if goes_on and part.exists() else 0
    whole = have + int(length) if length and length.isdecimal() else None
    if whole and whole - have > shutil.disk_usage(part.parent).free:
        raise OSError(errno.ENOSPC, "No space left on device")
    with part.open("ab" if goes_on else "wb") as file:
        while block := answer.read(_BLOCK):
            file.write(block)
            have += len(block)
            progress(have, whole)
    if whole is not None and have != whole:
        raise ConnectionError("the connection ended early")


def _host(url: str) -> str:
    return url.split("/")[2]


def _reason(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"HTTP {error.code}"
    reason = getattr(error, "reason", error)
    return str(reason) or type(error).__name__
