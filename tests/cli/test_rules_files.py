"""`foreword rules new`, `coverage` and `diff`: transcripts, and what they write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Foreword


@pytest.fixture
def packs(packs: Path, tmp_path: Path) -> Path:
    """The packs of every test here are its own: these commands write."""
    return shutil.copytree(packs, tmp_path / "own")


def test_given_a_new_rule_then_its_file_is_written_once_and_its_tests_fail(packs: Path, foreword: Foreword) -> None:
    path = packs / "harbor" / "rules" / "tone" / "shouting.yaml"
    printed = foreword("rules", "new", "tone/shouting", "--clause", "A.2")
    assert printed.out == f"wrote {path}\nFill it in, then run: foreword rules test tone/shouting\n"
    assert 'clause: ["A.2"]' in path.read_text("utf-8")
    tested = foreword("rules", "test", "tone/shouting")
    assert (tested.code, tested.out.splitlines()[-1]) == (1, "1 rules, 12 examples: 6 failed, 0 files set aside.")
    again = foreword("rules", "new", "tone/shouting")
    assert (again.code, again.err) == (2, f"foreword: {path} is there already; open it, or choose another name.\n")


def test_given_coverage_then_it_is_printed_written_and_compared(foreword: Foreword, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    printed = foreword("rules", "coverage").out
    assert "| A.2 | Keep numbers private | `personal-data` |" in printed
    assert foreword("rules", "coverage", "--check", str(page)).code == 2
    assert foreword("rules", "coverage", "--write", str(page)).out == f"wrote {page}\n"
    assert page.read_text("utf-8") == printed
    assert foreword("rules", "coverage", "--check", str(page)).code == 0
    page.write_text("old", "utf-8")
    stale = foreword("rules", "coverage", "--check", str(page))
    assert (stale.code, stale.out) == (1, f"out of date: {page}; `foreword rules coverage --write {page}` writes it\n")


def test_given_two_packs_and_drafts_then_each_difference_is_a_line(
    foreword: Foreword, packs: Path, tmp_path: Path
) -> None:
    old, new = packs / "harbor", shutil.copytree(packs / "harbor", packs / "changed")
    rule = new / "rules" / "tone" / "insult.yaml"
    rule.write_text(rule.read_text("utf-8").replace("severity: warning", "severity: info"), "utf-8")
    (new / "rules" / "guess" / "maybe.yaml").unlink()
    drafts = tmp_path / "drafts.jsonl"
    drafts.write_text('{"id": "a", "text": "Surely an idiot."}\n{"id": "b", "text": "Rain."}\n{"id": "c"}\n', "utf-8")

    same = foreword("rules", "diff", str(old), str(old), "--drafts", str(drafts))
    assert same.out == "2 drafts, 0 differ: nothing changes.\n"
    assert (same.code, same.err) == (1, f"foreword: {drafts}:3: skipped. “text” is missing.\n")

    printed = foreword("rules", "diff", str(old), str(new), "--drafts", str(drafts))
    assert printed.out == (
        "- a  guess/maybe (info)  0-6\n"
        "~ a  tone/insult (warning → info)  10-15\n"
        "2 drafts, 1 differ: 0 new, 1 gone, 1 changed.\n"
    )
    shown = foreword("rules", "diff", str(old), str(new), "--drafts", str(drafts), "--show").out
    assert "10-15  “idiot”\n" in shown


def test_given_no_such_pack_folder_then_exit_code_2(foreword: Foreword, tmp_path: Path) -> None:
    drafts = tmp_path / "drafts.jsonl"
    drafts.write_text("", "utf-8")
    printed = foreword("rules", "diff", str(tmp_path / "none"), str(tmp_path), "--drafts", str(drafts))
    assert printed.code == 2
    assert "there is no such folder; name a pack's own" in printed.err
