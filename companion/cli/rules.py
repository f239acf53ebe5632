"""`foreword rules test`: every rule's own examples."""

from __future__ import annotations

import argparse

from companion.assemble import policy_in_use
from companion.detectors.personal_data import PersonalData
from companion.errors import BadDraft
from companion.rules.check import EntityFinder, Failure, check_rule
from companion.rules.load import LoadedRule, Pack


def test(arguments: argparse.Namespace) -> int:
    pack = policy_in_use()
    rules = chosen(pack, arguments.ids)
    failures: list[Failure] = []
    entities = entity_finder(pack, rules)
    for rule in rules:
        failures += check_rule(rule, pack, entities)
    for failure in failures:
        print(failure)
    for error in pack.set_aside:
        print(f"{error.detail}\n    set aside: this file is not in use")
    count = sum(len(rule.rule.fires) + len(rule.rule.quiet) for rule in rules)
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


def entity_finder(pack: Pack, rules: list[LoadedRule]) -> EntityFinder:
    """The models are loaded only when a rule asks for them."""
    if not any(rule.needs_entities for rule in rules):
        return lambda _: ()
    detector = PersonalData(pack)
    detector.load()
    return detector.entities
