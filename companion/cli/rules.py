"""`foreword rules test`: every rule's own examples."""

from __future__ import annotations

import argparse

from companion.assemble import policy_in_use
from companion.cli.progress import with_progress
from companion.detectors.meaning import Meaning
from companion.detectors.personal_data import PersonalData
from companion.detectors.tone import ToneDetector
from companion.errors import BadDraft
from companion.rules.check import Failure, check_guard, check_rule
from companion.rules.evaluate import Models
from companion.rules.load import LoadedRule, Pack


def test(arguments: argparse.Namespace) -> int:
    pack = policy_in_use()
    rules = chosen(pack, arguments.ids)
    failures: list[Failure] = []
    models = models_for(pack, rules)
    for rule in with_progress(rules, "rules"):
        failures += check_rule(rule, pack, models)
    guards = [] if arguments.ids else list(pack.protected)
    for guard in guards:
        failures += check_guard(guard, pack, models)
    for failure in failures:
        print(failure)
    for error in pack.set_aside:
        print(f"{error.detail}\n    set aside: this file is not in use")
    count = sum(len(rule.rule.fires) + len(rule.rule.quiet) for rule in rules)
    count += sum(len(guard.file.fires) + len(guard.file.quiet) for guard in guards)
    print(f"{len(rules)} rules, {count} examples: {len(failures)} failed, {len(pack.set_aside)} files set aside.")
    return 1 if failures or pack.set_aside else 0


def chosen(pack: Pack, ids: list[str]) -> list[LoadedRule]:
    """Rules by id or folder, all of them when none is named; raises BadDraft."""
    wanted = [i.rstrip("/") for i in ids]
    unknown = [w for w in wanted if not any(_is_under(rule.id, w) for rule in pack.rules)]
    if unknown:
        raise BadDraft(f"There is no rule or folder of rules named {unknown[0]!r} in {pack.id}.")
    return [rule for rule in pack.rules if not wanted or any(_is_under(rule.id, w) for w in wanted)]


def _is_under(rule_id: str, wanted: str) -> bool:
    return rule_id == wanted or rule_id.startswith(wanted + "/")


def models_for(pack: Pack, rules: list[LoadedRule]) -> Models:
    """A model is loaded only when a rule asks for it."""
    personal_data, meaning = PersonalData(pack), Meaning(pack)
    asks_entities, asks_meaning = any(r.needs_entities for r in rules), any(r.needs_meaning for r in rules)
    tone = ToneDetector(pack) if any(r.needs_tone for r in rules) else None
    if tone:
        tone.load()
    if asks_entities:
        personal_data.load()
    if asks_meaning:
        meaning.load()
    return Models(
        entities=personal_data.entities if asks_entities else Models().entities,
        readings=meaning.readings if asks_meaning else None,
        tone=tone.read if tone else None,
    )
