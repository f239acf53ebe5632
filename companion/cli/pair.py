"""`foreword pair`, `pairings`, `unpair`: they share one file with the running companion."""

from __future__ import annotations

import argparse

from companion.errors import PairingRefused
from companion.pairing import PairingBook
from companion.settings import settings


def pair(_: argparse.Namespace) -> int:
    code = PairingBook(settings().state).new_code("command")
    print(f"Type this code in the extension's options: {code[:3]} {code[3:]}")
    print("It works once, within ten minutes, while the companion runs.")
    return 0


def pairings(_: argparse.Namespace) -> int:
    clients = PairingBook(settings().state).clients
    for client in clients:
        print(f"{client.id}  since {client.since}  {client.name}")
    if not clients:
        print("No browser is paired. `foreword pair` shows a code.")
    return 0


def unpair(arguments: argparse.Namespace) -> int:
    count = PairingBook(settings().state).unpair(None if arguments.all else arguments.name)
    if count == 0 and not arguments.all:
        raise PairingRefused(f"No browser is paired as {arguments.name!r}. `foreword pairings` lists them.")
    print(f"Unpaired {count} {'browser' if count == 1 else 'browsers'}.")
    return 0
