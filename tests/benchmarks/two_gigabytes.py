"""`make bench-huge`: a file of 2 GB in each format, with one record that is almost all of it, or of broken lines.

What stands before and after it is read, it is named, and memory stays where it was. Files with holes, except for the
broken lines, which need 2 GB of room. Only reading is measured: a thousand posts of it would be checked.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HOLE = 2_000_000_000
MAIL = b"From a@b Mon Jan  1 00:00:00 2024\nFrom: a@b\nDate: Mon, 1 Jan 2024 00:00:00 +0000\n\n"
KINDS: dict[str, tuple[bytes, bytes, bytes]] = {
    "jsonl": (b'{"text": "a post"}\n' * 5_000, b'{"text": "', b'"}\n{"text": "last"}\n'),
    "csv": (b"id,text\n" + b'1,"a post"\n' * 9_000, b'2,"', b'"\n3,last\n'),
    "json": (b"[" + b'{"text": "a post"},' * 5_000, b'{"text": "' + b"x" * 40_000_000, b'"}, {"text": "last"}]'),
    "mbox": ((MAIL + b"a message\n\n") * 1_000, MAIL, b"\n\n" + MAIL + b"last\n"),
    "html": (b"<!doctype html>" + b"<p>a post</p>\n" * 6_000, b"<p>", b"</p><p>last</p>"),
}
_READ = """
import resource, sys, time
from collections import Counter
from companion.scan.limits import Limits
from companion.scan.read import Read, read_all
from companion.scan.reading.frame import Frame
from companion.scan.item import Item
start, counts, last = time.perf_counter(), Counter(), ""
for entry in read_all([sys.argv[1]], Frame("", Limits(1 << 40, 32_000_000)), None, Read()):
    if isinstance(entry, Item):
        counts["read"], last = counts["read"] + 1, entry.text
    else:
        counts[entry.why] += 1
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
print(f"{time.perf_counter() - start:.0f} s, at most {most:.0f} MB; the last one read: {last[:10]!r};", dict(counts))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for kind, (before, begin, after) in KINDS.items():
            path = Path(folder) / f"export.{kind}"
            with path.open("wb") as file:
                file.write(before + begin)
                file.seek(HOLE, os.SEEK_CUR)
                file.write(after)
            _read(path, "one record of 2 GB")
        path = Path(folder) / "broken.jsonl"
        with path.open("wb") as file:
            for _ in range(2_000):
                file.write(b'{"text": ' + b"x" * 1_000_000 + b"\n")
        _read(path, "2,000 broken lines of 1 MB")


def _read(path: Path, what: str) -> None:
    print(f"{path.name}, {what}: ", end="", flush=True)
    subprocess.run([sys.executable, "-c", _READ, str(path)], check=True)
    path.unlink()


if __name__ == "__main__":
    main()
