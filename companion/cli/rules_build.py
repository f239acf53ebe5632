"""`foreword rules build`: the rules the extension runs by itself when the companion does not answer."""

from __future__ import annotations

import argparse
import gzip
from pathlib import Path

from companion.assemble import policy_in_use
from companion.cli.extension_build import CHECKOUT, rules_of, write_rules
from companion.errors import CannotBuild
from companion.rules.browser_build import basic_rules


def build(arguments: argparse.Namespace) -> int:
    pack = policy_in_use()
    path: Path = arguments.out or rules_of(CHECKOUT)
    if arguments.out is None and not (CHECKOUT / "package.json").is_file():
        raise CannotBuild("This is an installation, not a checkout: say with --out where the rules shall be written.")
    text = write_rules(pack, path)
    basic, size = len(basic_rules(pack)), len(text.encode())
    print(f"wrote {path}: {basic} rules, {len(pack.rules) - basic} left to the companion; {pack.version}")
    print(f"{size:,} bytes, {len(gzip.compress(text.encode(), mtime=0)):,} compressed")
    for error in pack.set_aside:
        print(f"{error.detail}\n    set aside: this file is not in use")
    return 1 if pack.set_aside else 0
