"""`foreword package`: the extension as a zip, the companion as a wheel that carries rules and extension; in build/."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from companion import __version__
from companion.cli.extension_build import ready_extension
from companion.cli.serve import say
from companion.errors import CannotBuild

_CHECKOUT = Path(__file__).resolve().parents[2]
# The zip format's earliest date: the same files give the same bytes, whenever they were built.
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def package(_: argparse.Namespace) -> int:
    if not (_CHECKOUT / "pyproject.toml").is_file():
        raise CannotBuild("Packages are made in a checkout; this is an installation.")
    extension, build = ready_extension(say), _CHECKOUT / "build"
    build.mkdir(exist_ok=True)
    archive = zipped(extension, build / f"foreword-extension-{__version__}.zip")
    stage = staged(_CHECKOUT, extension, build / "stage")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(build), str(stage)]
    done = subprocess.run(command, check=False)  # noqa: S603  our own fixed arguments
    shutil.rmtree(stage)
    if done.returncode:
        raise CannotBuild("`pip wheel` failed; its messages stand above.")
    for made in (archive, *sorted(build.glob(f"foreword-{__version__}-*.whl"))):
        say(f"{made.relative_to(_CHECKOUT)}")
    return 0


def zipped(folder: Path, archive: Path) -> Path:
    """Every file of `folder`, sorted and without dates."""
    with zipfile.ZipFile(archive, "w") as out:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _NO_DATE)
            entry.external_attr = 0o644 << 16
            out.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return archive


def staged(checkout: Path, extension: Path, stage: Path) -> Path:
    """The source tree as the wheel has it: rules and extension lie inside the package."""
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(checkout / "companion", stage / "companion", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(checkout / "shared_rules", stage / "companion" / "shared_rules")
    shutil.copytree(extension, stage / "companion" / "extension")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(checkout / name, stage)
    return stage
