"""What can be typed after `foreword models`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., argparse.ArgumentParser]


def add_models(commands: Any, command: Command) -> None:
    models = commands.add_parser("models", help="tone models: what there is, and Detoxify's own checkpoints")
    inner = models.add_subparsers(title="commands", metavar="COMMAND", required=True)
    command(inner, "list", "models:show", "list the tone models, which are here, and which is in use (*)")
    fetch = command(
        inner,
        "fetch",
        "models:fetch",
        "download one of Detoxify's checkpoints, compare it, and make it ready",
        "The only command that reaches beyond this computer. Started again, it goes on where it stopped.",
    )
    fetch.add_argument("name", metavar="NAME", help="a name that `foreword models list` shows")
    verify = command(inner, "verify", "models:verify", "compare what was fetched with what came first")
    verify.add_argument("name", nargs="?", metavar="NAME", help="one model (default: every one that was fetched)")
    remove = command(inner, "remove", "models:remove", "delete a model that was fetched")
    remove.add_argument("name", metavar="NAME")
    checkpoint = command(
        inner, "checkpoint", "models:checkpoint", "write the small model as a checkpoint that Detoxify itself loads"
    )
    checkpoint.add_argument("folder", type=Path, metavar="FOLDER", help="where to; it is made if need be")
