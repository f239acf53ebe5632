"""Folders and ZIP archives, honest ones and others."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from companion.scan.limits import Limits
from tests.scan.reading import LIMITS, Seen, written


def zipped(path: Path, *members: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def test_given_a_folder_then_in_the_order_of_names_and_hidden_files_and_links_are_not_followed(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", ".hidden/x.txt", "b/.x.txt"):
        written(tmp_path / "all", name, name)
    (tmp_path / "all" / "c").symlink_to(tmp_path)
    seen = Seen(tmp_path / "all")
    assert seen.texts == ["a/1.txt", "b/2.txt"]
    assert seen.whys == ["link: It is a link; name its target to have it read."]


def test_given_a_zip_then_its_files_are_read_in_place_and_nothing_is_unpacked(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "export.zip", ("data/tweets.js", b'window.YTD.tweets.part0 = [{"tweet": {"full_text": "hi"}}]')
    )
    (item,) = Seen(path).items
    assert (item.text, item.source) == ("hi", f"{path}!data/tweets.js")
    assert [inside.name for inside in tmp_path.iterdir()] == ["export.zip"]


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "..\\evil.txt", "C:\\evil.txt"])
def test_given_a_name_that_points_outside_then_it_is_refused_and_the_others_are_read(tmp_path: Path, name: str) -> None:
    seen = Seen(zipped(tmp_path / "x.zip", (name, b"evil"), ("good.txt", b"good")))
    assert seen.texts == ["good"]
    assert seen.whys == ["file: Its name points outside of the archive, as no honest export does."]


def test_given_a_bomb_then_it_is_stopped_and_the_others_are_read(tmp_path: Path) -> None:
    limits = Limits(unpacked_bytes=50_000_000, record_bytes=100_000, ratio_from=1_000_000)
    seen = Seen(zipped(tmp_path / "x.zip", ("a.txt", b"a" * 30_000_000), ("good.txt", b"good")), limits=limits)
    assert seen.texts[-1] == "good"
    assert seen.whys == [
        "file: It unpacks to far more than text does, as files made to fill a disk do. What follows was not read."
    ]


def test_given_an_archive_of_many_large_files_then_they_share_one_limit(tmp_path: Path) -> None:
    limits = Limits(unpacked_bytes=1_000_000, record_bytes=100_000)
    seen = Seen(
        zipped(tmp_path / "x.zip", *((f"{n}.txt", os.urandom(400_000).hex().encode()) for n in range(3))), limits=limits
    )
    assert "file: The archive unpacks to more than 1,000,000 bytes. What follows was not read." in seen.whys


def test_given_archives_in_archives_and_broken_ones_then_each_is_said(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", ("a.txt", b"a")).read_bytes()
    outer = Seen(zipped(tmp_path / "outer.zip", ("inner.zip", inner), ("b.txt", b"b")))
    assert outer.texts == ["b"]
    assert outer.whys == ["file: It is an archive inside an archive. Unpack the outer one, then scan the folder."]
    assert Seen(written(tmp_path, "cut.zip", inner[:-30])).whys == ["archive: It is no whole ZIP archive (BadZipFile)."]


def test_given_a_damaged_member_then_it_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", ("a.txt", os.urandom(5_000).hex().encode()), ("b.txt", b"b"))
    content = bytearray(path.read_bytes())
    content[1_000:1_100] = b"\0" * 100
    seen = Seen(written(tmp_path, "x.zip", bytes(content)))
    assert "b" in seen.texts
    assert any("could not be read to its end" in why for why in seen.whys)


def test_given_a_file_nobody_may_read_then_it_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may read every file")
    written(tmp_path, "a.txt", "a").chmod(0)
    written(tmp_path, "b.txt", "b")
    seen = Seen(tmp_path, limits=LIMITS)
    assert (seen.texts, seen.whys) == (["b"], ["file: It cannot be opened (Permission denied)."])
