"""`foreword rules new`, `foreword rules coverage`: files written for rule authors."""

from __future__ import annotations

import argparse
from pathlib import Path

from companion.assemble import policy_in_use
from companion.errors import BadDraft, CannotRead
from companion.rules.authoring.coverage import coverage_page
from companion.rules.authoring.scaffold import scaffold
from companion.settings import rules_folder


def new(arguments: argparse.Namespace) -> int:
    pack = policy_in_use()
    text = scaffold(arguments.id, pack, arguments.clause)
    path = rules_folder() / pack.id / "rules" / f"{arguments.id}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as made:
            made.write(text)
    except FileExistsError:
        raise BadDraft(f"{path} is there already; open it, or choose another name.") from None
    print(f"wrote {path}\nFill it in, then run: foreword rules test {arguments.id}")
    return 0


def coverage(arguments: argparse.Namespace) -> int:
    page = coverage_page(policy_in_use())
    if arguments.write is not None:
        arguments.write.write_text(page, "utf-8")
        print(f"wrote {arguments.write}")
    elif arguments.check is not None:
        if _text_of(arguments.check) != page:
            print(f"out of date: {arguments.check}; `foreword rules coverage --write {arguments.check}` writes it")
            return 1
    else:
        print(page, end="")
    return 0


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise CannotRead(f"{path}: {error.strerror}.") from None
