"""Given a file of 2 GB, when it is scanned, then memory stays small, what is too long is named and the rest is read.

The files have holes (sparse files): they are as large as they say and take no room on the disk.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from companion.scan.limits import Limits
from tests.cli.conftest import Foreword
from tests.scan.reading import Seen, written

TWO_GB = 2_000_000_000
POST = b'{"text": "all is well, and the pier is open today from nine to five"}\n'
# Runs a command and prints its exit status and the most memory it had (kB). A child counts what its parent held when it
# was started, too, so the parent is a small one.
_TELL_MEMORY = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
print(status, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
SMALL = Limits(unpacked_bytes=50_000_000, record_bytes=100_000)


def with_a_hole(path: Path, before: bytes, after: bytes, size: int) -> Path:
    with path.open("wb") as file:
        file.write(before)
        file.seek(size, 1)
        file.write(after)
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
def test_given_2_gb_with_one_endless_line_then_it_is_named_the_rest_is_checked_and_memory_is_small(
    foreword: Foreword, tmp_path: Path
) -> None:
    posts = POST * 1_000  # more than is looked at to tell the format
    path = with_a_hole(tmp_path / "export.jsonl", posts + b'{"text": "', b'"}\n{"text": "What an idiot."}\n', TWO_GB)
    command = [sys.executable, "-m", "companion", "scan", str(path), "--as", "jsonl", "--workers", "1"]
    told = subprocess.run(
        [sys.executable, "-c", _TELL_MEMORY, *command], env=foreword.environment, stdout=subprocess.PIPE, check=True
    )
    *lines, told_last = told.stdout.splitlines()
    unread, found, end = map(json.loads, lines)
    status, memory = map(int, told_last.split())
    assert (unread["where"], unread["error"]) == ("line 1001", "It is longer than 32,000,000 bytes.")
    assert (found["where"], len(found["findings"])) == ("line 1002", 1)
    assert (status, end["items"]) == (1, 1001)
    assert memory < 1_000_000  # kB: half of the file, with everything that checks


@pytest.mark.parametrize("row", ["9,{}\n", '9,"{}"\n', '9,"{}\n'], ids=["plain", "quoted", "quote without an end"])
def test_given_a_row_that_is_too_long_then_it_is_named_and_the_next_is_read(tmp_path: Path, row: str) -> None:
    table = "id,text\n1,first\n" + row.format("x" * 300_000) + "10,last\n"
    seen = Seen(written(tmp_path, "export.csv", table), limits=SMALL)
    assert seen.texts == ["first", "last"]
    assert seen.whys == ["line 3: It is longer than 100,000 bytes; the rest of the file is read on."]


def test_given_a_heading_that_is_too_long_then_that_is_said(tmp_path: Path) -> None:
    seen = Seen(written(tmp_path, "export.csv", "text," * 50_000 + "\n1,2\n"), "csv", limits=SMALL)
    assert (seen.texts, len(seen.whys)) == ([], 1)
    assert "No column could be the text" in seen.whys[0]


def test_given_a_block_of_a_page_that_is_too_long_then_it_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    page = f"<!doctype html><p>first</p>\n<p>{'x' * 300_000}</p>\n<article><p>a</p><p>last</p></article>"
    seen = Seen(written(tmp_path, "page.html", page), limits=SMALL)
    assert seen.texts == ["first", "a\nlast"]
    assert seen.whys == ["line 2: It is longer than 100,000 bytes."]


@pytest.mark.parametrize("begins", ["<!-- ", '<a title="', "<p "])
def test_given_a_tag_or_comment_without_an_end_then_what_came_before_counts(tmp_path: Path, begins: str) -> None:
    seen = Seen(written(tmp_path, "page.html", "<!doctype html><p>first</p>" + begins + "x" * 500_000), limits=SMALL)
    assert seen.texts == ["first"]
    assert seen.whys == [
        "file: One of its tags, comments or scripts is longer than 100,000 bytes. What follows was not read."
    ]


def test_given_a_message_that_is_too_long_then_it_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    begins = "From a@b Mon Jan  1 00:00:00 2024\nFrom: a@b\nDate: Mon, 1 Jan 2024 00:00:00 +0000\n\n"
    box = "\n\n".join(begins + body for body in ("first", "x" * 300_000, "last"))
    seen = Seen(written(tmp_path, "box.mbox", box), limits=SMALL)
    assert seen.texts == ["first", "last"]
    assert seen.whys == ["message 2: It is longer than 100,000 bytes."]
