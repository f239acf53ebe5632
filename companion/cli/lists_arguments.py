"""What can be typed after `foreword lists`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def add_lists(commands: Any, command: Callable[..., Any]) -> None:
    lists = commands.add_parser("lists", help="keep lists of confidential terms that drafts are compared with")
    inner = lists.add_subparsers(title="commands", metavar="COMMAND", required=True)
    added = command(
        inner,
        "import",
        "lists:import_",
        "turn a column of a CSV file into a list, in place of the list of that name",
        "The list does not hold the terms. Rows that are refused are named by line; exit code 1 when there were some.",
    )
    added.add_argument("file", type=Path, metavar="FILE.csv", help="UTF-8, its first line names the columns")
    added.add_argument("--name", type=_name, required=True, metavar="NAME", help="what findings call it: vendors")
    added.add_argument("--column", required=True, metavar="COLUMN", help="the column that holds the terms")
    command(inner, "list", "lists:list_", "show the lists there are")
    removed = command(inner, "remove", "lists:remove", "remove a list; the key goes with the last one")
    removed.add_argument("name", type=_name, metavar="NAME", help="a name that `foreword lists list` shows")
    checked = command(
        inner,
        "check",
        "lists:check",
        "say which words of a text stand on which list",
        "Exit code 1 when some do.",
    )
    checked.add_argument("text", metavar="TEXT", help="a text or a single term; - reads it from standard input")
    command(
        inner,
        "verify",
        "lists:verify",
        "look whether every list is whole and has its key",
        "Exit code 1 when one is not.",
    )


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a name for a list: small letters, digits and hyphens, at most 40"
        )
    return text
