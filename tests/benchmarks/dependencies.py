"""`make dependencies`: every locked package with its licence, as it says itself, into docs/dependencies.md."""

from __future__ import annotations

import json
import re
from email.message import Message
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from tests.benchmarks.written import write_part

ROOT = Path(__file__).parents[2]
NODE = ("extension", "tests/browser/editors")


def python_packages() -> list[str]:
    return re.findall(r"^([\w.-]+)==", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE)


def node_packages(folder: str) -> dict[str, str]:
    """Name → licence, from the lock file."""
    locked = json.loads((ROOT / folder / "package-lock.json").read_text("utf-8"))["packages"]
    return {
        path.rpartition("node_modules/")[2]: about.get("license", "not stated")
        for path, about in locked.items()
        if path
    }


def licence_of(name: str) -> str:
    try:
        about: Message = metadata(name)  # type: ignore[assignment]  # typed by what it promises, not by what it is
    except PackageNotFoundError:
        return "not installed here"
    said = about.get("License-Expression") or (about.get("License") or "").partition("\n")[0]
    named = [c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or [] if c.startswith("License :: ")]
    return said if said and len(said) < 60 else (", ".join(named) or "see the package")


def main() -> None:
    lines = [f"Python ({len(python_packages())}, `constraints.txt`): "]
    lines.append(", ".join(f"{name} ({licence_of(name)})" for name in python_packages()) + ".")
    for folder in NODE:
        found = node_packages(folder)
        lines += [
            "",
            f"Node ({len(found)}, `{folder}/package-lock.json`; none of it is installed by people):",
        ]
        lines.append(", ".join(f"{name} ({licence})" for name, licence in sorted(found.items())) + ".")
    write_part("locked", "\n".join(lines), "dependencies.md")


if __name__ == "__main__":
    main()
