"""Known vulnerabilities of what is locked, asked where they can be reached: part of `make lint`.

A vulnerability fails it; not reaching the registries is said, and does not.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.dependencies import NODE, ROOT


def main() -> None:
    bad = [name for name, found in (("Python", python()), *((folder, node(folder)) for folder in NODE)) if found]
    if bad:
        raise SystemExit(f"Known vulnerabilities: {', '.join(bad)}; what was found stands above.")


def python() -> bool:
    program = shutil.which("pip-audit", path=f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin")
    if program is None:
        print("Python packages: not audited, pip-audit is not installed (`pipx install pip-audit`).")
        return False
    asked = [program, "--no-deps", "--disable-pip", "-r", "constraints.txt", "--progress-spinner", "off"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    if "vulnerabilit" in done.stdout + done.stderr:
        print(done.stdout + done.stderr)
        return done.returncode != 0
    print("Python packages: not audited, the list of vulnerabilities cannot be reached.")
    return False


def node(folder: str) -> bool:
    """What is installed by nobody but developers is audited all the same."""
    npm = shutil.which("npm")
    if npm is None:
        print(f"{folder}: not audited, npm is not installed.")
        return False
    done = subprocess.run([npm, "audit", "--json"], cwd=ROOT / folder, capture_output=True, text=True, check=False)
    try:
        counts = json.loads(done.stdout)["metadata"]["vulnerabilities"]
    except (ValueError, KeyError):
        print(f"{folder}: not audited, the registry does not answer about vulnerabilities.")
        return False
    print(
        f"{folder}: {counts['total']} known vulnerabilities ({counts['high'] + counts['critical']} high or critical)."
    )
    return bool(counts["high"] + counts["critical"])


if __name__ == "__main__":
    main()
