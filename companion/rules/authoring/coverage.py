"""Which rules stand for which clause of the policy, as a page of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from companion.draft import MODES
from companion.finding import SEVERITIES, theme_of
from companion.rules.load import LoadedRule, Pack

COMMAND = "foreword rules coverage --write docs/policy-coverage.md"


def coverage_page(pack: Pack) -> str:
    return "\n".join([*_clauses(pack), "", *_themes(pack)]) + "\n"


def _clauses(pack: Pack) -> Iterator[str]:
    covered = {clause for loaded in pack.rules for clause in loaded.rule.clause}
    yield "# Clauses and rules"
    yield ""
    yield f"{pack.file.title} ({pack.file.policy}): {len(covered)} of {len(pack.file.clauses)} clauses have rules."
    yield f"Written by `{COMMAND}`; a test keeps it fresh."
    yield ""
    yield "| clause | what it is about | rules |"
    yield "|---|---|---|"
    for name, clause in pack.file.clauses.items():
        rules = {theme_of(loaded.id) for loaded in pack.rules if name in loaded.rule.clause}
        yield f"| {name} | {clause.title} | {_listed(rules) or '**none**'} |"


def _themes(pack: Pack) -> Iterator[str]:
    yield "| rule id | clauses | as | at its gravest | made of |"
    yield "|---|---|---|---|---|"
    for name in sorted({theme_of(loaded.id) for loaded in pack.rules}):
        rules = [loaded for loaded in pack.rules if theme_of(loaded.id) == name]
        clauses = [c for c in pack.file.clauses if any(c in loaded.rule.clause for loaded in rules)]
        gravest = max((loaded.rule.severity for loaded in rules), key=SEVERITIES.index)
        parts = ", ".join(loaded.id.partition("/")[2] for loaded in rules)
        yield f"| `{name}` | {', '.join(clauses)} | {_modes(rules)} | {gravest} | {parts} |"


def _modes(rules: Sequence[LoadedRule]) -> str:
    return ", ".join(mode for mode in MODES if any(mode in loaded.rule.modes for loaded in rules))


def _listed(names: set[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))
