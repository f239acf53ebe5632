"""`foreword scan`: what it prints, what it writes, how it ends."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from companion.settings import settings
from tests.cli.conftest import Foreword
from tests.scan.reading import written

CANARY = "canary-7391"


def lines_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_given_posts_then_a_table_of_findings_and_what_it_came_to(foreword: Foreword, posts: Path) -> None:
    printed = foreword("scan", str(posts))
    assert printed.out.splitlines()[:4] == [
        f"serious  personal-data/number  {posts}: line 1  2024-05-01",
        "    😀 What an idiot. Call 536-22-8147.",
        f"warning  tone/insult  {posts}: line 1  2024-05-01",
        "    😀 What an idiot. Call 536-22-8147.",
    ]
    assert "3 items checked (JSON Lines): 1 serious, 2 warning, 1 info in 2." in printed.out
    assert (printed.code, printed.err) == (1, "")


def test_given_nothing_to_look_at_twice_then_exit_code_0(foreword: Foreword, tmp_path: Path) -> None:
    printed = foreword("scan", str(written(tmp_path, "a.txt", "A lovely day.")))
    assert (printed.code, printed.out) == (0, "\n1 item checked (plain text): nothing found.\n")


def test_given_json_lines_then_findings_in_utf16_with_their_words_and_the_counts_at_the_end(
    foreword: Foreword, posts: Path
) -> None:
    first, second, end = lines_of(foreword("scan", "--as", "jsonl", str(posts)).out)
    assert {
        key: first[key] for key in ("kind", "source", "where", "line", "id", "time", "author", "mode", "surface")
    } == {
        **{"kind": "item", "source": str(posts), "where": "line 1", "line": 1, "id": "a"},
        **{"time": "2024-05-01T10:00:00Z", "author": "Ida", "mode": "official", "surface": "post"},
    }
    insult = first["findings"][1]
    assert (insult["rule"], insult["start"], insult["end"]) == ("tone/insult", 11, 16)
    assert insult["excerpt"] == {"before": "😀 What an ", "words": "idiot", "after": ". Call 536-22-8147."}
    assert (second["id"], second["surface"]) == ("c", "comment")
    assert (end["kind"], end["items"], end["items_with_findings"]) == ("end", 3, 2)


def test_given_redact_then_private_details_are_masked_in_words_message_and_author(
    foreword: Foreword, posts: Path
) -> None:
    printed = foreword("scan", "--redact", "--as", "jsonl", str(posts))
    number, insult = lines_of(printed.out)[0]["findings"]
    assert "536-22-8147" not in printed.out
    assert "Ida" not in printed.out
    assert number["excerpt"]["words"].startswith("[")
    assert insult["excerpt"]["after"].startswith(". Call [")
    assert number["excerpt"]["words"] in number["message"]


@pytest.mark.parametrize("shape", ["table", "jsonl", "csv", "sarif", "html"])
def test_given_redact_then_no_output_holds_the_detail(foreword: Foreword, posts: Path, shape: str) -> None:
    assert "536-22-8147" in foreword("scan", "--as", shape, str(posts)).out
    assert "8147" not in foreword("scan", "--redact", "--as", shape, str(posts)).out


def test_given_csv_then_no_cell_is_a_formula(foreword: Foreword, tmp_path: Path) -> None:
    row = {"text": "=cmd() idiot", "author": "@SUM(A1)", "id": "-1", "url": "+1"}
    printed = foreword("scan", "--as", "csv", str(written(tmp_path, "a.jsonl", json.dumps(row) + "\n{")))
    finding, unread = csv.DictReader(io.StringIO(printed.out))
    assert (finding["before"], finding["author"], finding["link"]) == ("'=cmd() ", "'@SUM(A1)", "'+1")
    assert (finding["words"], finding["rule"]) == ("idiot", "tone/insult")
    assert (unread["severity"], unread["where"]) == ("not checked", "line 2")


@pytest.mark.parametrize("begin", [" =1", "\u00a0=1", "＝1", "|x", "%x", "\t=1"])
def test_given_signs_that_look_harmless_then_no_cell_is_a_formula_either(
    foreword: Foreword, tmp_path: Path, begin: str
) -> None:
    row = json.dumps({"text": "idiot", "author": begin})
    printed = foreword("scan", "--as", "csv", str(written(tmp_path, "a.jsonl", row)))
    assert next(csv.DictReader(io.StringIO(printed.out)))["author"] == f"'{begin}"


def test_given_a_table_as_file_then_a_spreadsheet_takes_its_letters_for_what_they_are(
    foreword: Foreword, tmp_path: Path
) -> None:
    foreword("scan", str(written(tmp_path, "a.txt", "Café idiot")), "--out", str(tmp_path / "r.csv"))
    assert (tmp_path / "r.csv").read_bytes().startswith(b"\xef\xbb\xbfseverity,")


def test_given_reports_to_write_then_each_by_its_ending_and_nothing_else_is_left(
    foreword: Foreword, posts: Path, tmp_path: Path
) -> None:
    names = ["r.html", "r.csv", "r.jsonl", "r.sarif"]
    printed = foreword("scan", str(posts), *(part for name in names for part in ("--out", str(tmp_path / name))))
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == sorted([*names, "posts.jsonl"])
    assert lines_of((tmp_path / "r.jsonl").read_text("utf-8")) == lines_of(
        foreword("scan", "--as", "jsonl", str(posts)).out
    )
    assert "3 items checked" in printed.out
    assert "idiot" not in printed.out
    assert {path.stat().st_mode & 0o077 for path in tmp_path.glob("r.*")} == {0}


def test_given_a_report_inside_the_folder_that_is_scanned_then_neither_it_nor_its_work_file_is_read(
    foreword: Foreword, posts: Path, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    posts = posts.rename(tmp_path / "in" / "posts.jsonl")
    for _ in range(2):
        printed = foreword("scan", str(posts.parent), "--out", str(posts.with_name("r.jsonl")))
        assert "3 items checked (JSON Lines)" in printed.out
        posts.with_name("r.jsonl.part").write_text("idiot")


def test_given_a_report_in_the_place_of_what_is_scanned_then_it_is_refused_and_nothing_is_lost(
    foreword: Foreword, posts: Path
) -> None:
    before = posts.read_bytes()
    printed = foreword("scan", str(posts), "--out", str(posts))
    assert (printed.code, printed.err) == (
        2,
        f"foreword: {posts}: it is to be scanned; give the report another name.\n",
    )
    assert posts.read_bytes() == before


def test_given_a_column_that_a_table_does_not_have_then_that_is_said_once_with_those_it_has(
    foreword: Foreword, tmp_path: Path
) -> None:
    table = written(tmp_path, "a.csv", "Date,Message\n" + "2024-05-01,Hi\n" * 3)
    out = " ".join(foreword("scan", str(table), "--column", "text=Words").out.split())
    assert out.count("It has no column “Words”, which --column names. Columns: Date, Message.") == 2
    assert "Nothing was checked (CSV): no text was found." in out


def test_given_standard_input_then_it_is_scanned(foreword: Foreword) -> None:
    printed = foreword("scan", "-", "--as", "jsonl", stdin=b'{"text": "idiot"}\n')
    assert lines_of(printed.out)[0]["source"] == "stdin"


def test_given_a_broken_line_then_it_is_said_the_rest_is_done_and_the_exit_code_is_1(
    foreword: Foreword, tmp_path: Path
) -> None:
    path = written(tmp_path, "a.jsonl", f'{{"text": "{CANARY}\n{{"text": "fine"}}\n')
    printed = foreword("scan", str(path))
    assert printed.code == 1
    assert f"not checked {path}: line 1" in printed.out
    assert "1 item checked" in printed.out
    assert CANARY not in printed.out + printed.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "foreword: nowhere: there is no such file or folder."),
        (["-", "--out", "r.pdf"], "foreword: r.pdf: a report's name ends in .html, .csv, .jsonl or .sarif."),
        (
            ["-", "--since", "LAST"],
            "foreword: --since LAST needs a file or folder that has a name; standard input has none.",
        ),
        (["-", "--scheduler", "tcp://x"], "foreword: --scheduler is for --engine dask."),
    ],
)
def test_given_what_cannot_be_done_then_exit_code_2_and_why(
    foreword: Foreword, arguments: list[str], said: str
) -> None:
    printed = foreword("scan", *arguments)
    assert (printed.code, printed.out, printed.err) == (2, "", said + "\n")


@pytest.mark.parametrize(
    "arguments", [["-", "--since", "yesterday"], ["-", "--column", "words=x"], ["-", "--workers", "0"], []]
)
def test_given_wrong_arguments_then_exit_code_2_and_the_usage(foreword: Foreword, arguments: list[str]) -> None:
    printed = foreword("scan", *arguments)
    assert printed.code == 2
    assert "usage: foreword scan" in printed.err


def test_given_a_folder_that_cannot_be_written_to_then_it_is_said(foreword: Foreword, posts: Path) -> None:
    printed = foreword("scan", str(posts), "--out", "/nowhere/at/all/r.html")
    assert (printed.code, printed.err) == (1, "foreword: /nowhere/at/all/r.html.part: No such file or directory.\n")


def test_given_a_full_disk_then_it_is_said(foreword: Foreword, posts: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "companion", "scan", str(posts), "--as", "jsonl"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=foreword.environment,
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (1, b"foreword: standard output: No space left on device.\n")


def test_given_a_disk_that_fills_up_midway_then_what_is_done_is_kept_and_the_same_command_goes_on(
    foreword: Foreword, many: Path, tmp_path: Path
) -> None:
    resource = pytest.importorskip("resource", reason="limits a file's size as Unix does")
    report = tmp_path / "r.jsonl"
    command = ["scan", str(many), "--out", str(report), "--workers", "1"]

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    ended = subprocess.run(
        [sys.executable, "-m", "companion", *command],
        capture_output=True,
        env=foreword.environment | {"PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=no_room,
        check=False,
    )
    assert ended.returncode == 1
    assert b"What is done so far is kept; the same command goes on from there." in ended.stderr
    assert not report.exists()
    printed = foreword(*command)
    assert "foreword: going on after " in printed.err
    *items, end = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    assert (len(items), end["items"]) == (43, 300)


def test_given_a_scan_then_the_state_holds_no_words(foreword: Foreword, posts: Path, tmp_path: Path) -> None:
    foreword("scan", str(posts), "--out", str(tmp_path / "r.html"), "--since", "LAST")
    kept = b"".join(path.read_bytes() for path in settings().state.rglob("*") if path.is_file())
    assert kept
    assert b"idiot" not in kept
    assert b"536-22-8147" not in kept
    assert b"posts.jsonl" not in kept
