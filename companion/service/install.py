"""Putting the service's files in place, and taking every one of them away again."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from companion.service.files import host_program, manifests, program, registry_keys, wanted
from companion.state_file import replaced

_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


def install(extensions: Iterable[str]) -> list[Path]:
    """What was written. Run again, it renews everything."""
    files = wanted(extensions)
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        replaced(path, content.encode())
    for each in (program(), host_program()):
        each.chmod(0o700)
    _told_the_system(installing=True)
    return sorted(files)


def uninstall() -> list[Path]:
    """What was removed; nothing of the service is left, pairings and lists are."""
    _told_the_system(installing=False)
    gone = [path for path in wanted([]) if path.is_file()]
    for path in gone:
        path.unlink()
    if program().parent.is_dir() and not any(program().parent.iterdir()):
        program().parent.rmdir()
    return sorted(gone)


def installed() -> dict[Path, bool]:
    """Every file of the service, and whether it is there."""
    return {path: path.is_file() for path in sorted(wanted([]))}


def _told_the_system(*, installing: bool) -> None:
    """Where systemd or launchd is missing (a container, another init) the files alone have to do."""
    if sys.platform == "win32":
        for browser, key in registry_keys().items():
            _registry(key, "", str(manifests()[browser]) if installing else None)
        _registry(_RUN_KEY, "Foreword", f'"{program()}" serve' if installing else None)
    elif sys.platform == "darwin":
        agent = next(path for path in wanted([]) if path.suffix == ".plist")
        _quietly("launchctl", "load" if installing else "unload", "-w", str(agent))
    elif installing:
        _quietly("systemctl", "--user", "daemon-reload")
        _quietly("systemctl", "--user", "enable", "foreword.service")
    else:
        _quietly("systemctl", "--user", "disable", "--now", "foreword.service")


def _quietly(name: str, *arguments: str) -> None:
    found = shutil.which(name)
    if found:
        subprocess.run([found, *arguments], capture_output=True, check=False)  # noqa: S603  our own fixed arguments


def _registry(key: str, name: str, value: str | None) -> None:
    where = ["/v", name] if name else ["/ve"]
    if value is None:
        _quietly("reg", "delete", rf"HKCU\{key}", *(where if name else []), "/f")
    else:
        _quietly("reg", "add", rf"HKCU\{key}", *where, "/d", value, "/f")
