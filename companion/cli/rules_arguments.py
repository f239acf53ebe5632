"""What can be typed after `foreword rules` for people who write rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any


def add_author_tools(inner: Any, command: Callable[..., Any]) -> None:
    _add_eval(inner, command)


def _add_eval(inner: Any, command: Callable[..., Any]) -> None:
    evaluate = command(
        inner,
        "eval",
        "rules_eval:evaluate",
        "measure the policy on drafts that were marked by hand",
        "A line holds {id, text, mode, surface, site, context, expect, allow, spans}. A rule id is the part before "
        "the slash. What `allow` lists counts neither for nor against. The macro average is over every rule id that "
        "a line expects or that was raised wrongly. Exit code 1 when a line could not be read; it is named and "
        "skipped.",
    )
    evaluate.add_argument("files", nargs="+", type=Path, metavar="FILE", help="lines of JSON (UTF-8)")
    shape = evaluate.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print every figure as JSON")
    shape.add_argument("--show", action="store_true", help="also print the drafts that were judged otherwise")
