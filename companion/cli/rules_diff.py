"""`foreword rules diff OLD NEW --drafts FILE`: what a change of the policy changes.

Words of drafts are printed with --show only.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from companion.assemble import reviewer_for
from companion.cli.check import loaded
from companion.cli.progress import with_progress
from companion.cli.rules_eval import read_marked, say_skipped
from companion.errors import CannotRead
from companion.rules.authoring.difference import Change, Reviewing, changes
from companion.rules.load import load_pack

_MARKS = {"new": "+", "gone": "-", "changed": "~"}


def difference(arguments: argparse.Namespace) -> int:
    rows, bad = read_marked([arguments.drafts])
    old, new = _reviewing(arguments.old), _reviewing(arguments.new)
    found = list(changes(with_progress(rows, "drafts"), old, new))
    for change in found:
        print(_line(change, show=arguments.show))
    print(f"{len(rows)} drafts, {len({c.row.name for c in found})} differ: {_counted(found)}.")
    say_skipped(bad)
    return 1 if found or bad else 0


def _reviewing(folder: Path) -> Reviewing:
    """A pack by its folder, with the sites beside it."""
    if not folder.is_dir():
        raise CannotRead(f"{folder}: there is no such folder; name a pack's own, such as shared_rules/fernhollow.")
    pack = load_pack(folder.resolve().parent, folder.resolve().name)
    for error in pack.set_aside:
        print(f"{error.detail}\n    set aside: this file is not in use")
    return loaded(reviewer_for(pack)).review


def _line(change: Change, *, show: bool) -> str:
    severity = " → ".join(s for s in dict.fromkeys((change.before, change.after)) if s)
    start, end = change.place
    where = "whole text" if start is None else f"{start}-{end}"
    words = f"  “{' '.join(change.words.split())}”" if show and start is not None else ""
    return f"{_MARKS[change.kind]} {change.row.name}  {change.rule} ({severity})  {where}{words}"


def _counted(found: list[Change]) -> str:
    counts = Counter[str](change.kind for change in found)
    return ", ".join(f"{counts[kind]} {kind}" for kind in _MARKS) if found else "nothing changes"
