"""`foreword check --redact`: a copy on standard output, and what to know about it beside it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Foreword

WARNING = "foreword: What Foreword recognised was replaced; read it before you send it.\n"


def test_given_private_details_then_the_copy_alone_is_printed(foreword: Foreword) -> None:
    printed = foreword("check", "--redact", "Call (770) 555-0142 or 770.555.0142; my SSN is 536-22-8147.")
    assert printed.out == "Call [PHONE 1] or [PHONE 1]; my SSN is [SSN 1].\n"
    assert (printed.code, printed.err) == (0, WARNING)


def test_given_a_confidential_list_then_its_terms_are_replaced(foreword: Foreword, tmp_path: Path) -> None:
    file = tmp_path / "vendors.csv"
    file.write_text("Company\nFairhaven Paving\n", "utf-8")
    foreword("lists", "import", str(file), "--name", "vendors", "--column", "Company")
    assert foreword("check", "--redact", "May I post that fairhaven-paving won?").out == (
        "May I post that [CONFIDENTIAL 1] won?\n"
    )


def test_given_a_draft_that_is_too_long_then_the_rest_is_left_out_and_said(foreword: Foreword) -> None:
    printed = foreword("check", "--redact", "word " * 4_000 + "my SSN is 536-22-8147")
    assert printed.out.endswith("word [THE REST WAS NOT CHECKED AND IS LEFT OUT]\n")
    assert "not checked: length: The draft has 20,021 characters" in printed.err
