"""An unfinished scan, so that it can go on: the results so far beside the report they are for, and how far it came.

The work file holds what the report will hold. The state holds positions, counts and keyed hashes, and no words.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel, ValidationError

from companion.errors import CannotWrite
from companion.scan.checking import Checked, Result
from companion.scan.since import Memory
from companion.scan.summary import Summary
from companion.state_file import replaced


class Course(BaseModel):
    """How far a scan has come."""

    fingerprint: str = ""
    entries: int = 0
    bytes: int = 0
    """Of the work file; what lies behind was not finished."""
    summary: Summary = Summary()


def part_of(report: Path) -> Path:
    """Where the results of an unfinished scan lie."""
    return report.with_name(report.name + ".part")


class WorkFile:
    """`fingerprint` stands for the sources, the rules and how they are asked: another one begins anew."""

    def __init__(self, report: Path, fingerprint: str, memory: Memory, *, afresh: bool) -> None:
        self.path = part_of(report)
        self._state = memory.path("work", str(report.absolute()), ending=".json")
        self.course = (None if afresh else self._known(fingerprint)) or Course(fingerprint=fingerprint)
        self.resumed = self.course.entries > 0
        try:
            self._file = self._opened()
        except OSError as error:
            raise CannotWrite(f"{self.path}: {error.strerror}.") from None

    def add(self, checked: Checked) -> None:
        """Written and known before the next: whatever happens, at most one part is done twice."""
        data = b"".join(line_of(result) for result in checked.results)
        if data:
            self._file.write(data)
            self._file.flush()
        self.course.summary.add(checked)
        self.course.entries += checked.entries
        self.course.bytes += len(data)
        replaced(self._state, self.course.model_dump_json().encode())

    def results(self) -> Iterator[Result]:
        with self.path.open("rb") as file:
            for line in file:
                yield json.loads(line)

    def close(self) -> None:
        self._file.close()

    def remove(self) -> None:
        self.close()
        for path in (self.path, self._state):
            path.unlink(missing_ok=True)

    def _known(self, fingerprint: str) -> Course | None:
        try:
            course = Course.model_validate_json(self._state.read_bytes())
            enough = self.path.stat().st_size >= course.bytes
        except (OSError, ValidationError):
            return None
        return course if enough and course.fingerprint == fingerprint else None

    def _opened(self) -> BinaryIO:
        # For this user only, as the texts it quotes may be private.
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        os.truncate(descriptor, self.course.bytes)
        os.lseek(descriptor, 0, os.SEEK_END)
        return os.fdopen(descriptor, "wb")


def line_of(result: Result) -> bytes:
    return json.dumps(result, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
