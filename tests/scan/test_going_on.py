"""An interrupted scan goes on; --since tells only what is new."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from companion.scan import run
from companion.scan.checking import Checked
from companion.settings import settings
from tests.cli.conftest import Foreword

Lines = list[dict[str, object]]


@pytest.fixture
def interrupted(foreword: Foreword, many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scan that somebody stopped with Ctrl+C after its fourth part."""
    report = tmp_path / "r.jsonl"
    whole = run.checked_parts

    def stopped(*arguments: object) -> Iterator[Checked]:
        for number, part in enumerate(whole(*arguments)):  # type: ignore[arg-type]
            if number == 4:
                raise KeyboardInterrupt
            yield part

    with monkeypatch.context() as patched:
        patched.setattr("companion.cli.scan.checked_parts", stopped)
        printed = foreword("scan", str(many), "--workers", "1", "--out", str(report))
    assert printed.code == 130
    assert printed.err == "foreword: stopped; 100 items are done, and the same command goes on there.\n"
    assert not report.exists()
    return report


def test_given_an_interrupted_scan_then_the_same_command_goes_on_and_the_report_is_the_same(
    foreword: Foreword, many: Path, interrupted: Path
) -> None:
    printed = foreword("scan", str(many), "--workers", "1", "--out", str(interrupted))
    assert printed.err == "foreword: going on after 100 items.\n"
    assert "300 items checked" in printed.out
    assert interrupted.read_text() == foreword("scan", str(many), "--workers", "1", "--as", "jsonl").out
    assert not interrupted.with_name("r.jsonl.part").exists()


def test_given_a_part_that_was_written_but_not_finished_then_it_is_not_there_twice(
    foreword: Foreword, many: Path, interrupted: Path
) -> None:
    with interrupted.with_name("r.jsonl.part").open("a") as file:
        file.write('{"kind": "item", "half')
    foreword("scan", str(many), "--workers", "1", "--out", str(interrupted))
    assert interrupted.read_text() == foreword("scan", str(many), "--workers", "1", "--as", "jsonl").out


@pytest.mark.parametrize("change", ["source", "arguments", "afresh"])
def test_given_another_scan_then_it_begins_anew(foreword: Foreword, many: Path, interrupted: Path, change: str) -> None:
    more = {"source": [], "arguments": ["--mode", "personal"], "afresh": ["--afresh"]}[change]
    if change == "source":
        many.write_text(many.read_text() + "\n" + json.dumps({"text": "one more idiot"}))
    printed = foreword("scan", str(many), "--workers", "1", "--out", str(interrupted), *more)
    assert "going on" not in printed.err
    assert f"{301 if change == 'source' else 300} items checked" in printed.out


class TestOnlyWhatIsNew:
    def ids(self, foreword: Foreword, path: Path, since: str) -> list[object]:
        lines: Lines = [
            json.loads(x) for x in foreword("scan", str(path), "--as", "jsonl", "--since", since).out.splitlines()
        ]
        return [line.get("id") for line in lines if line["kind"] == "item"] + [lines[-1]["skipped"]]

    def test_given_a_day_then_what_is_older_is_passed_and_what_has_no_date_is_not(
        self, foreword: Foreword, posts: Path
    ) -> None:
        with posts.open("a") as file:
            file.write(json.dumps({"id": "d", "text": "idiot"}) + "\n")
        assert self.ids(foreword, posts, "2024-05-01") == ["a", "c", "d", 0]
        assert self.ids(foreword, posts, "2024-05-02") == ["c", "d", 1]

    def test_given_a_folder_scanned_before_then_only_new_and_edited_posts(
        self, foreword: Foreword, posts: Path
    ) -> None:
        folder = posts.parent / "exports"
        folder.mkdir()
        posts.rename(folder / "monday.jsonl")
        assert self.ids(foreword, folder, "LAST") == ["a", "c", 0]
        assert self.ids(foreword, folder, "LAST") == [3]
        lines = (folder / "monday.jsonl").read_text("utf-8").replace("Surely so", "Surely not").splitlines()
        new = json.dumps({"id": "d", "text": "idiot"})
        (folder / "tuesday.jsonl").write_text("\n".join([*lines, new]), "utf-8")
        assert self.ids(foreword, folder, "LAST") == ["c", "d", 5]

    def test_given_a_scan_that_was_stopped_then_nothing_counts_as_seen(
        self, foreword: Foreword, posts: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stopped(*_: object) -> Iterator[Checked]:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr("companion.cli.scan.checked_parts", stopped)
            assert foreword("scan", str(posts), "--since", "LAST").code == 130
        assert self.ids(foreword, posts, "LAST") == ["a", "c", 0]

    def test_given_what_was_seen_then_it_is_kept_as_hashes_of_eight_bytes(
        self, foreword: Foreword, posts: Path
    ) -> None:
        self.ids(foreword, posts, "LAST")
        (kept,) = (settings().state / "scans").glob("*.seen")
        assert kept.stat().st_size == 3 * 8
