"""`foreword lists`: transcripts, exit codes, and that no term of the file is ever printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Foreword

ROWS = "Company,City\nFairhaven Paving,Harbor\nElmbrook Granite,Harbor\nelmbrook-granite,\nabc,\n,\nwater,\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "vendors.csv"
    path.write_text(ROWS, "utf-8")
    return path


def test_given_a_file_then_it_is_imported_and_refused_rows_are_named_by_line(
    foreword: Foreword, file: Path, tmp_path: Path
) -> None:
    printed = foreword("lists", "import", str(file), "--name", "vendors", "--column", "company")
    assert printed.out == (
        "vendors: 2 terms (2 refused, 1 there twice, 1 empty).\n"
        f"The key is kept here: {tmp_path / 'state' / 'lists' / 'key'}\n"
        "vendors.csv still holds the terms: keep it where it belongs, not here.\n"
    )
    assert printed.err == (
        "line 5: refused, too short: at least 4 letters or digits are needed\n"
        "line 7: refused, too common: an ordinary word\n"
    )
    assert printed.code == 1


def test_given_a_list_then_it_is_shown_checked_verified_and_removed(foreword: Foreword, file: Path) -> None:
    assert foreword("lists", "list").out.startswith("There are no lists.")
    assert foreword("lists", "verify").out == "There are no lists.\n"
    foreword("lists", "import", str(file), "--name", "vendors", "--column", "Company")
    assert foreword("lists", "list").out.startswith("vendors                      2 terms  imported 20")
    assert foreword("lists", "verify").out == "vendors: whole, 2 terms.\n"
    checked = foreword("lists", "check", "Lunch with FAIRHAVEN  paving today")
    assert (checked.code, checked.out) == (1, "vendors: FAIRHAVEN  paving\n")
    checked = foreword("lists", "check", "-", stdin=b"Lunch with nobody")
    assert (checked.code, checked.out) == (0, "Nothing here stands on 1 list.\n")
    assert foreword("lists", "remove", "vendors").out == "Removed vendors.\n"
    removed = foreword("lists", "remove", "vendors")
    assert (removed.code, removed.err) == (
        2,
        "foreword: There is no list named “vendors”. `foreword lists list` shows those there are.\n",
    )


def test_given_a_damaged_list_then_each_command_says_so(foreword: Foreword, file: Path, tmp_path: Path) -> None:
    foreword("lists", "import", str(file), "--name", "vendors", "--column", "Company")
    path = tmp_path / "state" / "lists" / "vendors.index"
    path.write_bytes(path.read_bytes()[:-1])
    said = "The list “vendors”: its file is damaged or was changed; import it again.\n"
    verified = foreword("lists", "verify")
    assert (verified.code, verified.out) == (1, said)
    checked = foreword("lists", "check", "a text")
    assert (checked.code, checked.err) == (1, f"foreword: not looked at: {said}")
    assert f"not checked: confidential-lists: {said.strip()}" in foreword("check", "a text").out.replace("\n", " ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--name", "vendors", "--column", "Firm"], "no column is named “Firm”. The first line names: Company, City."),
        (["--name", "Our Vendors", "--column", "Company"], "'Our Vendors' is not a name for a list"),
        (["--name", "../vendors", "--column", "Company"], "'../vendors' is not a name for a list"),
        (["--name", "vendors", "--column", "City"], "No term was left to import"),
    ],
)
def test_given_a_wrong_import_then_it_is_said_and_nothing_is_made(
    foreword: Foreword, file: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    file.write_text("Company,City\nFairhaven Paving,\n", "utf-8")
    printed = foreword("lists", "import", str(file), *arguments)
    assert printed.code == 2
    assert said in printed.err
    assert "Fairhaven" not in printed.err + printed.out
    assert list((tmp_path / "state").rglob("*.index")) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "there is nothing in the first line; it should name the columns."),
        (b"Company\n", "No term was left to import (only a header). Nothing was changed."),
        (b"Firm\nQuiet Harbor\n", "no column is named “Company”. The first line names: Firm."),
        (
            b"Company\nfine one\ncaf\xe9 Harbor\n",
            "vendors.csv:3: this line is not UTF-8; save the file as “CSV UTF-8”.",
        ),
        (b'Company\n"Quiet Harbor\n', "vendors.csv:2: this line is not CSV"),
        (b"Company\n,\n,\n", "No term was left to import (2 empty cells). Nothing was changed."),
        (b"Company\nabc\n", "1 refused, the first on line 2: too short"),
    ],
)
def test_given_a_bad_file_then_it_is_said_and_the_list_stays_as_it_was(
    foreword: Foreword, file: Path, content: bytes, said: str
) -> None:
    foreword("lists", "import", str(file), "--name", "vendors", "--column", "Company")
    file.write_bytes(content)
    printed = foreword("lists", "import", str(file), "--name", "vendors", "--column", "Company")
    assert (printed.code, printed.out) == (2, "")
    assert said in printed.err
    assert "Harbor" not in printed.err
    assert foreword("lists", "check", "at Fairhaven Paving").out == "vendors: Fairhaven Paving\n"


def test_given_rows_that_are_there_many_times_then_each_term_counts_once(foreword: Foreword, file: Path) -> None:
    rows = ['"Fairhaven Paving",Harbor', '"FAIRHAVEN  PAVING",Elsewhere', "Elmbrook-Granite,Harbor"] * 200
    file.write_text("\r\n".join(["\ufeffCompany,City", *rows]), "utf-8")
    printed = foreword("lists", "import", str(file), "--name", "vendors", "--column", "Company")
    assert (printed.code, printed.out.splitlines()[0]) == (0, "vendors: 2 terms (598 there twice).")
    assert foreword("lists", "check", "fairhaven paving, elmbrook granite").out.count("vendors: ") == 2


def test_given_no_file_then_that_is_said(foreword: Foreword, tmp_path: Path) -> None:
    printed = foreword("lists", "import", str(tmp_path / "none.csv"), "--name", "a", "--column", "b")
    assert (printed.code, printed.err) == (2, f"foreword: {tmp_path / 'none.csv'}: No such file or directory.\n")
