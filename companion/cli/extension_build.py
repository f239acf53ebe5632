"""Where the built extension is; in a checkout it is built when missing, older than its sources or of another pack."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from companion.assemble import policy_in_use
from companion.errors import CannotBuild
from companion.rules.browser_build import browser_build
from companion.rules.load import Pack
from companion.settings import settings

_PACKAGED = Path(__file__).resolve().parents[1] / "extension"
CHECKOUT = Path(__file__).resolve().parents[2] / "extension"


def ready_extension(say: Callable[[str], None]) -> Path:
    """The folder to load. Raises CannotBuild with what to do."""
    if (_PACKAGED / "manifest.json").is_file():
        return _PACKAGED
    if not (CHECKOUT / "package.json").is_file():
        raise CannotBuild("This installation carries no extension. Take it from the release, or use a checkout.")
    if is_stale(CHECKOUT):
        build(CHECKOUT, say)
    return CHECKOUT / "dist"


def is_stale(folder: Path) -> bool:
    built = folder / "dist" / "manifest.json"
    if not built.is_file() or _pack_of(rules_of(folder)) != settings().pack:
        return True
    return any(source.stat().st_mtime > built.stat().st_mtime for source in _sources(folder))


def build(folder: Path, say: Callable[[str], None]) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise CannotBuild(
            "Building the extension needs Node.js 20 or newer (https://nodejs.org/). "
            "Install it and run this again; “Try a draft” works without it."
        )
    if not (folder / "node_modules").is_dir():
        say("Fetching what the extension is built with…")
        _npm(npm, folder, "ci", "--no-audit", "--no-fund", "--loglevel=error")
    say("Building the extension…")
    write_rules(policy_in_use(), rules_of(folder))
    _npm(npm, folder, "run", "--silent", "build")


def rules_of(folder: Path) -> Path:
    """The rules that the extension's build takes in."""
    return folder / "build" / "rules.json"


def write_rules(pack: Pack, path: Path) -> str:
    """A file that holds these rules already stays as it is, so that nothing is built again for nothing."""
    text = browser_build(pack)
    if not path.is_file() or path.read_text("utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return text


def _pack_of(rules: Path) -> str | None:
    """The pack whose rules were built in; None when nothing was."""
    found: str | None = json.loads(rules.read_text("utf-8"))["pack"] if rules.is_file() else None
    return found


def _sources(folder: Path) -> Iterator[Path]:
    for below in (folder / "src", folder / "static", folder.parent / "shared_rules"):
        yield from (path for path in below.rglob("*") if path.is_file())
    yield from folder.glob("*.mjs")
    yield folder / "package-lock.json"


def _npm(npm: str, folder: Path, *arguments: str) -> None:
    done = subprocess.run([npm, *arguments], cwd=folder, check=False)  # noqa: S603  our own fixed arguments
    if done.returncode:
        raise CannotBuild(f"`npm {arguments[0]}` failed in {folder}; its messages stand above.")
