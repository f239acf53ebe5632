"""`foreword service`, and the program that browsers start: `foreword native-host`."""

from __future__ import annotations

import argparse
import sys

from companion.cli.extension_build import CHECKOUT
from companion.cli.serve import say
from companion.service.files import unpacked_id
from companion.service.host import answer_one
from companion.service.install import install as put_in_place
from companion.service.install import installed
from companion.service.install import uninstall as take_away


def install(arguments: argparse.Namespace) -> int:
    ours = [unpacked_id(CHECKOUT / "dist")] if (CHECKOUT / "package.json").is_file() else []
    for path in put_in_place([*ours, *arguments.extension]):
        say(f"wrote {path}")
    say("The companion starts with your next login; browsers find and start it before that.")
    say("In the extension's options, press “Connect by itself”. `foreword service uninstall` takes all of this away.")
    return 0


def uninstall(_: argparse.Namespace) -> int:
    gone = take_away()
    for path in gone:
        say(f"removed {path}")
    say("Nothing of the service is left." if gone else "There was nothing to remove.")
    return 0


def status(_: argparse.Namespace) -> int:
    found = installed()
    for path, is_there in found.items():
        say(f"{'there  ' if is_there else 'missing'} {path}")
    return 0 if all(found.values()) else 1


def native_host(arguments: argparse.Namespace) -> int:
    answer_one(arguments.said, sys.stdin.buffer, sys.stdout.buffer)
    return 0
