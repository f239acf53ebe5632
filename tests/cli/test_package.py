"""`foreword package`: the same files give the same zip, and a wheel carries what it needs to run."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

from companion.cli.package import staged, zipped

ROOT = Path(__file__).parents[2]


def test_given_the_same_files_at_another_time_then_the_same_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    (folder / "icons").mkdir(parents=True)
    (folder / "manifest.json").write_text("{}", "utf-8")
    (folder / "icons" / "16.png").write_bytes(b"png")
    first = zipped(folder, tmp_path / "one.zip").read_bytes()
    os.utime(folder / "manifest.json", (1, 1))
    assert zipped(folder, tmp_path / "two.zip").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "two.zip") as archive:
        assert archive.namelist() == ["icons/16.png", "manifest.json"]


def test_given_the_checkout_then_what_becomes_the_wheel_holds_rules_page_and_extension(tmp_path: Path) -> None:
    extension = tmp_path / "dist"
    extension.mkdir()
    (extension / "manifest.json").write_text("{}", "utf-8")
    package = staged(ROOT, extension, tmp_path / "stage") / "companion"
    for name in ("shared_rules/smyrna/pack.yaml", "extension/manifest.json", "try_page/index.html", "py.typed"):
        assert (package / name).is_file()
    assert not list(package.rglob("__pycache__"))


def test_given_the_sources_in_two_places_then_the_built_extension_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    def built_in(folder: Path) -> bytes:
        leave = shutil.ignore_patterns("node_modules", "dist")
        extension = shutil.copytree(ROOT / "extension", folder / "extension", ignore=leave)
        shutil.copytree(ROOT / "shared_rules", folder / "shared_rules")
        (extension / "node_modules").symlink_to(ROOT / "extension" / "node_modules")
        subprocess.run(["node", "build.mjs"], cwd=extension, check=True, capture_output=True)
        return zipped(extension / "dist", folder / "extension.zip").read_bytes()

    assert built_in(tmp_path / "one") == built_in(tmp_path / "another place")
