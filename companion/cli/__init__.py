"""The `foreword` command: arguments → one call each → exit code. Words are printed here and nowhere else.

Exit codes: 0 done, nothing to look at twice · 1 a warning or serious finding, a failing rule, a bad line, or an
error said in words · 2 wrong arguments or a draft that cannot be read · 130 stopped from the keyboard.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from companion.cli.arguments import parser
from companion.errors import BadDraft, CannotRead, ForewordError


def main(argv: Sequence[str] | None = None) -> int:
    """Only the module of the command that was given is imported: `--help` must not wait for a web server."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that knows no emoji shows “?” instead of an error
            stream.reconfigure(errors="replace")
    arguments = parser().parse_args(argv)
    try:
        return _run(arguments.command, arguments)
    except ForewordError as error:
        print(f"foreword: {error.detail}", file=sys.stderr)
        return 2 if isinstance(error, BadDraft | CannotRead) else 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `foreword check … | head`: whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _run(command: str, arguments: object) -> int:
    from importlib import import_module

    module, _, function = command.partition(":")
    code: int = getattr(import_module(f"companion.cli.{module}"), function)(arguments)
    return code
