"""What pack.yaml says of rules: how they weigh, everywhere or on one site (`severity`), and which hold for everybody's
words (`anyone`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from companion.errors import RuleError
from companion.finding import Severity, theme_of
from companion.rules.model import PackFile, Rule
from companion.rules.yaml_source import YamlSource

EVERYWHERE = "everywhere"


def with_severities(rule_id: str, rule: Rule, pack: PackFile) -> tuple[Rule, dict[str, Any]]:
    """The rule with the policy's severity, and `severity_on` (site → severity) for its compiled form, if any."""
    chosen = {place: found for place, table in pack.severity.items() if (found := _named(rule_id, table))}
    everywhere = chosen.pop(EVERYWHERE, rule.severity)
    return rule.model_copy(update={"severity": everywhere}), {
        "severity_on": dict(sorted(chosen.items()))
    } if chosen else {}


def holds_for_anyone(rule_id: str, pack: PackFile) -> dict[str, Any]:
    """`anyone` for the rule's compiled form, if it is so."""
    return {"anyone": True} if {rule_id, theme_of(rule_id)} & {*pack.anyone} else {}


def unknown_names(
    pack: PackFile, rule_ids: Collection[str], sites: Collection[str], source: YamlSource
) -> Iterator[RuleError]:
    """Places and rules that `severity` names, themes that `redact` and `anyone` name, and nobody knows."""
    known = {*rule_ids, *(theme_of(rule_id) for rule_id in rule_ids)}
    for place, table in pack.severity.items():
        if place != EVERYWHERE and place not in sites:
            listed = ", ".join([EVERYWHERE, *sites])
            yield RuleError(source.place(("severity", place)), f"“{place}” is no site here; known are {listed}")
        for name in table:
            if name not in known:
                yield RuleError(source.place(("severity", place, name)), _unknown(name))
    for number, name in enumerate(pack.anyone):
        if name not in known:
            yield RuleError(source.place(("anyone", number)), _unknown(name))
    for number, theme in enumerate(pack.redact):
        if theme not in known or "/" in theme:
            words = f"“{theme}” is no theme of this pack; `foreword rules coverage` lists them"
            yield RuleError(source.place(("redact", number)), words)


def _unknown(name: str) -> str:
    return f"“{name}” is neither a rule nor a theme of this pack; `foreword rules coverage` lists them"


def _named(rule_id: str, table: Mapping[str, Severity]) -> Severity | None:
    """A rule's own entry goes before its theme's."""
    return table.get(rule_id) or table.get(theme_of(rule_id))
