"""Part of `make bench-lists`: two CSV files of 1 GB are imported: time, memory, what is said of progress.

One has the most terms a list may hold, each in a wide row; the other has ten thousand terms, over and over. Needs 1 GB
of room. Memory is the most that the process held while importing, with Python and the word list (Linux).
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from companion.lists.importing import MOST_TERMS

SIZE = 1_000_000_000
_IMPORT = """
import resource, sys, time
from companion.cli import main
started, processor = time.perf_counter(), time.process_time()
code = main(["lists", "import", sys.argv[1], "--name", "huge", "--column", "Term"])
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
taken, worked = time.perf_counter() - started, time.process_time() - processor
print(f"exit code {code}; {taken:.0f} s, {worked:.0f} s of them on the processor; at most {most:.0f} MB")
"""


def main() -> None:
    for what, row in ((f"{MOST_TERMS:,} terms in wide rows", _wide), ("10,000 terms again and again", _again)):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "huge.csv"
            _write(path, row)
            print(f"1 GB, {what}:")
            _imported(path, Path(folder))


def _wide(number: int) -> str | None:
    return f'{number},"Fairhaven {number:07}","{"note " * 192}"\n' if number < MOST_TERMS else None


def _again(number: int) -> str | None:
    return f"{number},Fairhaven {number % 10_000:07}\n"


def _write(path: Path, row: Callable[[int], str | None]) -> None:
    with path.open("w", encoding="utf-8") as file:
        written = file.write("Number,Term,Notes\n")
        number = 0
        while written < SIZE and (line := row(number)) is not None:
            written += file.write(line)
            number += 1


def _imported(path: Path, state: Path) -> None:
    """Under a terminal, so that progress is shown, and counted."""
    environment = os.environ | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", "FOREWORD_STATE": str(state)}
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", _IMPORT, str(path)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=theirs, text=True) as running:
        os.close(theirs)
        shown = b"".join(_read(ours)).split(b"\r")
        assert running.stdout is not None
        print("  " + running.stdout.read().strip().replace("\n", "\n  "))
    steps = [step.decode() for step in shown if b"of the file" in step]
    print(f"  progress: shown {len(steps):,} times, the last: {steps[-1] if steps else 'never'}")


def _read(descriptor: int) -> Iterator[bytes]:
    while True:
        try:
            part = os.read(descriptor, 65_536)
        except OSError:  # Linux says so when the other end is closed
            return
        if not part:
            return
        yield part


if __name__ == "__main__":
    main()
