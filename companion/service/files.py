"""Which files make Foreword a service on this computer, and what stands in them. Nothing is written here."""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import sys
from collections.abc import Iterable
from pathlib import Path
from string import Template

import yaml

from companion.pairing import PairingBook
from companion.settings import Settings, settings

HOST = "foreword.companion"
_TEMPLATES = Path(__file__).parent / "templates"
FIREFOX_ID = (_TEMPLATES / "firefox_id.txt").read_text("utf-8").strip()  # browser_specific_settings of the manifest
_WINDOWS = sys.platform == "win32"


def program() -> Path:
    return settings().state / "service" / ("foreword.bat" if _WINDOWS else "foreword.sh")


def host_program() -> Path:
    """Browsers start it without a command of ours, so it has its own."""
    return program().with_stem("foreword-host")


def wanted(extensions: Iterable[str]) -> dict[Path, str]:
    """Every file and its content. `extensions`: ids of Chromium extensions that may ask, beside those paired."""
    name = "program.bat" if _WINDOWS else "program.sh"
    run = _filled(name, settings=_settings(), python=_quoted(sys.executable))
    host = run.replace(' "$@"', ' native-host "$@"').replace(" %*", " native-host %*")
    files = {program(): run, host_program(): host, **_autostart()}
    return files | {path: _manifest(browser, extensions) for browser, path in manifests().items()}


def manifests() -> dict[str, Path]:
    """Browser → the manifest that tells it of our program."""
    if _WINDOWS:
        return {browser: settings().state / "service" / f"{HOST}.{browser}.json" for browser in registry_keys()}
    folders = _browsers()["darwin" if sys.platform == "darwin" else "linux"]
    return {browser: Path(folder).expanduser() / f"{HOST}.json" for browser, folder in folders.items()}


def registry_keys() -> dict[str, str]:
    """Browser → its key below HKEY_CURRENT_USER (Windows)."""
    return {browser: rf"{key}\{HOST}" for browser, key in _browsers()["win32"].items()}


def unpacked_id(folder: Path) -> str:
    """The id Chromium gives an unpacked extension: from its path (crx_file::id_util::GenerateIdForPath)."""
    said = str(folder.resolve())
    digest = hashlib.sha256(said.encode("utf-16-le" if _WINDOWS else "utf-8")).hexdigest()[:32]
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest)


def _browsers() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = yaml.safe_load((_TEMPLATES / "browsers.yaml").read_text("utf-8"))
    return found


def _manifest(browser: str, extensions: Iterable[str]) -> str:
    about = {"name": HOST, "description": "Foreword's companion", "path": str(host_program()), "type": "stdio"}
    if browser == "firefox":
        return json.dumps({**about, "allowed_extensions": [FIREFOX_ID]}, indent=2)
    paired = {c.origin for c in PairingBook(settings().state).clients if c.origin.startswith("chrome-extension://")}
    origins = paired | {f"chrome-extension://{each}" for each in extensions}
    return json.dumps({**about, "allowed_origins": [f"{origin}/" for origin in sorted(origins)]}, indent=2)


def _autostart() -> dict[Path, str]:
    """Windows has an entry of the registry instead of a file."""
    if _WINDOWS:
        return {}
    if sys.platform == "darwin":
        name, folder = f"{HOST}.plist", Path.home() / "Library" / "LaunchAgents"
    else:
        configured = os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config")
        name, folder = "foreword.service", Path(configured) / "systemd" / "user"
    return {folder / name: _filled(name, program=str(program()))}


def _settings() -> str:
    """What is not as it comes, as lines that set it again: a service has no environment of its own."""
    chosen = {
        f"FOREWORD_{name.upper()}": str(getattr(settings(), name))
        for name in Settings.model_fields
        if name in settings().model_fields_set
    }
    if _WINDOWS:
        return "\n".join(f'set "{name}={value}"' for name, value in chosen.items())
    return "\n".join(f"export {name}={shlex.quote(value)}" for name, value in chosen.items())


def _quoted(path: str) -> str:
    return f'"{path}"' if _WINDOWS else shlex.quote(path)


def _filled(name: str, **parts: str) -> str:
    return Template((_TEMPLATES / name).read_text("utf-8")).substitute(parts)
