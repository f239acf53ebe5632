"""`foreword rules lint`: what is broken, what to mend, what is worth knowing."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable

from companion.assemble import policy_in_use, reviewer_for
from companion.cli.check import loaded
from companion.cli.progress import with_progress
from companion.cli.rules import chosen, models_for
from companion.rules.authoring.lint import pack_remarks, tried_remarks, written_remarks
from companion.rules.authoring.remark import LEVELS, Remark
from companion.settings import rules_folder


def lint(arguments: argparse.Namespace) -> int:
    pack = policy_in_use()
    rules = chosen(pack, arguments.ids)
    review = loaded(reviewer_for(pack)).review
    models = models_for(pack, rules)
    remarks = [] if arguments.ids else list(pack_remarks(pack, rules_folder() / pack.id))
    for rule in with_progress(rules, "rules"):
        remarks += written_remarks(rule)
        remarks += tried_remarks(rule, pack, review, models)
    _print(remarks, notes=arguments.notes)
    return 1 if any(remark.level != "note" for remark in remarks) else 0


def _print(remarks: list[Remark], *, notes: bool) -> None:
    for remark in sorted(remarks, key=lambda r: (LEVELS.index(r.level), r.place.file, r.place.line)):
        if notes or remark.level != "note":
            print(remark)
    print(f"{_counted(r.level for r in remarks) or 'Nothing to mend'}.")
    if not notes and (kinds := _counted(r.kind for r in remarks if r.level == "note")):
        print(f"Notes: {kinds}; --notes lists them.")


def _counted(names: Iterable[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in Counter(names).most_common())
