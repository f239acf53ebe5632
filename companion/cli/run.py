"""`foreword run`: everything a first look needs, in one command."""

from __future__ import annotations

import argparse
import os
import sys
import webbrowser
from pathlib import Path

from companion.cli.extension_build import ready_extension
from companion.cli.serve import say, until_stopped
from companion.errors import CannotBuild
from companion.pairing import PairingBook
from companion.server import bound_socket
from companion.settings import settings


def run(arguments: argparse.Namespace) -> int:
    bound = bound_socket(arguments.port or settings().port)  # first: building takes longer than seeing it is taken
    port = bound.getsockname()[1]
    extension = _extension()

    def then(book: PairingBook) -> None:
        if extension is not None:
            _say_how_to_load(extension)
        _open_page(f"http://127.0.0.1:{port}/", book, opens=not arguments.no_browser)

    return until_stopped(bound, then)


def _extension() -> Path | None:
    """Without an extension the page still works, so a build that fails is said and not fatal."""
    try:
        return ready_extension(say)
    except CannotBuild as error:
        print(f"foreword: {error.detail}", file=sys.stderr)
        return None


def _say_how_to_load(extension: Path) -> None:
    say(f"""
The extension: {extension}
  Chrome, Chromium: open chrome://extensions, switch on “Developer mode”, “Load unpacked”, choose that folder.
  Edge:             open edge://extensions and do the same.
  Firefox:          open about:debugging#/runtime/this-firefox, “Load Temporary Add-on…”, choose its manifest.json.
""")


def _open_page(address: str, book: PairingBook, *, opens: bool) -> None:
    # A fragment stays in the browser: the code reaches the companion only when the page itself sends it back.
    with_code = f"{address}#code={book.new_code('command')}"
    if opens and _has_desktop() and webbrowser.open(with_code):
        say(f"Opened “Try a draft” in your browser: {address}")
    else:
        say(f"“Try a draft”: {with_code}")


def _has_desktop() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
