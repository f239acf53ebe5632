"""What can be typed after `foreword scan`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from companion.draft import MODES, SURFACES

FORMATS = (
    *("jsonl", "json", "csv", "facebook", "instagram", "x", "mastodon", "mastodon-profile", "mail", "html", "text"),
)
SHAPES = ("table", "jsonl", "csv", "sarif", "html")
ENGINES = ("local", "dask")
LAST = "LAST"


def add_scan(commands: Any, command: Callable[..., argparse.ArgumentParser]) -> None:
    scan = command(
        commands,
        "scan",
        "scan:scan",
        "check everything in an archive: exports of sites, tables, e-mail, pages, folders",
        "The format is told from the content. Exit code 1 when there is a warning or a serious finding, or something "
        "could not be read; 0 when there is none; 2 when nothing can be scanned. Interrupted with --out, the same "
        "command goes on where it stopped.",
    )
    scan.add_argument("paths", nargs="+", metavar="PATH", help="a file, folder or ZIP archive; - reads standard input")
    _add_reading(scan)
    _add_telling(scan)
    _add_running(scan)


def _add_reading(scan: argparse.ArgumentParser) -> None:
    scan.add_argument(
        "--format",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"how to read every file, instead of telling from its content: {', '.join(FORMATS)}",
    )
    scan.add_argument(
        "--column",
        action="append",
        default=[],
        type=_column,
        metavar="FIELD=NAME",
        help="which column or field holds text, id, time, author, link, mode, surface or site; again for each",
    )
    scan.add_argument(
        "--mode", choices=MODES, default="official", help="as whose posts they are read (default: official)"
    )
    scan.add_argument("--surface", choices=SURFACES, help="what they are, where the export does not say")
    scan.add_argument("--site", metavar="HOST", help="where they stand, such as facebook.com")
    scan.add_argument(
        "--own",
        action="append",
        default=[],
        metavar="NAME",
        help="a name, address or @domain under which the City (or you) writes here; again for each. What others "
        "wrote is read as theirs",
    )
    scan.add_argument(
        "--since",
        type=_since,
        metavar="DATE|LAST",
        help="only what was published on or after a day (2026-01-31), or what no earlier scan with LAST has seen",
    )


def _add_telling(scan: argparse.ArgumentParser) -> None:
    scan.add_argument(
        "--out",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="write a report: .html, .csv, .jsonl or .sarif by the name's ending; again for more than one",
    )
    scan.add_argument("--as", dest="shape", choices=SHAPES, help="what is printed (default: table)")
    scan.add_argument("--redact", action="store_true", help="replace recognised private details in every output")


def _add_running(scan: argparse.ArgumentParser) -> None:
    scan.add_argument("--workers", type=_workers, metavar="N", help="processes that check (default: one for each core)")
    scan.add_argument("--engine", choices=ENGINES, default="local", help="what runs them (default: local)")
    scan.add_argument(
        "--scheduler", metavar="ADDRESS", help="with --engine dask: the cluster that the texts are sent to"
    )
    scan.add_argument("--afresh", action="store_true", help="begin anew instead of going on with an interrupted scan")


def _column(text: str) -> tuple[str, str]:
    ours, _, theirs = text.partition("=")
    fields = ("text", "id", "time", "author", "link", "mode", "surface", "site")
    if ours not in fields or not theirs:
        raise argparse.ArgumentTypeError(f"{text!r} is not FIELD=NAME with a FIELD of {', '.join(fields)}")
    return ours, theirs


def _since(text: str) -> str:
    if text == LAST:
        return LAST
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is neither LAST nor a day such as 2026-01-31") from None


def _workers(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 256")
    return int(text)
