"""What can be typed after `foreword service`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any


def add_service(commands: Any, command: Callable[..., argparse.ArgumentParser]) -> None:
    service = commands.add_parser("service", help="start the companion with the computer, and let browsers find it")
    inner = service.add_subparsers(title="commands", metavar="COMMAND", required=True)
    install = command(
        inner,
        "install",
        "service:install",
        "register the companion for this user: start at login, and browsers may start it",
        "Chrome, Chromium, Edge and Firefox. Nothing outside this user's own folders is touched.",
    )
    install.add_argument(
        "--extension",
        action="append",
        default=[],
        metavar="ID",
        help="a Chromium extension that may ask, by its id (those paired already, and this checkout's, may anyway)",
    )
    command(inner, "uninstall", "service:uninstall", "remove everything that install wrote")
    command(inner, "status", "service:status", "show what is registered; exit code 1 when something is missing")
    host = command(commands, "native-host", "service:native_host", "answer a browser that started this program")
    host.add_argument("said", nargs=argparse.REMAINDER, metavar="ARGUMENT", help="what the browser says of who asks")
