"""CSV files as they come: with a BOM, quotes, other delimiters; and those that cannot be read, each with its line."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from companion.errors import CannotRead
from companion.lists.csv_column import cells


def read(tmp_path: Path, content: bytes, column: str = "Company") -> list[tuple[int, str]]:
    file = tmp_path / "vendors.csv"
    file.write_bytes(content)
    return list(cells(file, column))


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"Company\nFairhaven Paving\n", [(2, "Fairhaven Paving")]),
        (b"\xef\xbb\xbfCompany,City\r\nFairhaven,Harbor\r\n", [(2, "Fairhaven")]),
        (b'City,"Company"\nHarbor,"Elmbrook, ""Granite"" Co"\n', [(2, 'Elmbrook, "Granite" Co')]),
        (b'Company,x\n"Fairhaven\nPaving",1\nElmbrook,2\n', [(3, "Fairhaven\nPaving"), (4, "Elmbrook")]),
        (b"City;Company\nHarbor;Elmbrook, Granite\n", [(2, "Elmbrook, Granite")]),
        (b"City\tCompany\nHarbor\tElmbrook\n", [(2, "Elmbrook")]),
        (b" COMPANY ,x\nElmbrook,1", [(2, "Elmbrook")]),
        (b"x,Company\nonly one cell\n1,Elmbrook\n", [(2, ""), (3, "Elmbrook")]),
        (b"Company\n", []),
    ],
)
def test_given_a_file_then_the_column_is_read(tmp_path: Path, content: bytes, found: list[tuple[int, str]]) -> None:
    assert read(tmp_path, content) == found


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "vendors.csv: there is nothing in the first line; it should name the columns."),
        (b"Firm, Town\nx,y", "vendors.csv: no column is named “Company”. The first line names: Firm, Town."),
        (b"Company,company\nx,y", "vendors.csv: two columns are named “Company”."),
        (b"Company\nfine\ncaf\xe9 secret\n", "vendors.csv:3: this line is not UTF-8; save the file as “CSV UTF-8”."),
        ("Company\nx".encode("utf-16"), "vendors.csv: this file is UTF-16; save it as “CSV UTF-8”."),
        (b'Company\n"never closed\nsecret\n', "vendors.csv:3: this line is not CSV"),
        (b"Company\n" + b"x" * 1_000_001, "vendors.csv:2: this line is longer than 1,000,000 bytes"),
    ],
)
def test_given_a_file_that_cannot_be_read_then_the_line_is_named_and_nothing_of_it_shown(
    tmp_path: Path, content: bytes, said: str
) -> None:
    with pytest.raises(CannotRead) as refused:
        read(tmp_path, content)
    assert refused.value.detail.startswith(said)
    assert "secret" not in refused.value.detail


def test_given_a_large_file_then_it_is_never_in_memory_as_a_whole(tmp_path: Path) -> None:
    file = tmp_path / "large.csv"
    with file.open("w") as out:
        out.write("Company,Notes\n")
        out.writelines(f"Vendor {n},{'n' * 1000}\n" for n in range(20_000))
    tracemalloc.start()
    count = sum(1 for _ in cells(file, "Company"))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_000
    assert file.stat().st_size > 20_000_000
    assert most < 1_000_000
