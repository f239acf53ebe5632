"""The rules that the extension runs by itself, as one JSON text: `foreword rules build`.

A rule is basic when the browser's engine (extension/src/rules) knows every part of it. The text is the same, byte for
byte, for the same rules; every pattern stands in it once, and rules name it by its number.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from companion.folding import folding_table
from companion.rules.compile import Compiled
from companion.rules.fixes import company
from companion.rules.load import LoadedRule, Pack
from companion.rules.model import FixRule, Site
from companion.rules.sentences import ABBREVIATIONS

FORMAT = 1
"""The extension refuses a build of another number."""

# What the browser's engine knows; `entity`, `like`, `tone` and whatever comes after them ask the companion.
_KNOWN = frozenset({"match", "context", "absent", "changed", "shares_words", "all", "any", "not"})
_SHOWN_ONLY_WHERE_WRITTEN = ("when", "except", "supports", "fixes")


def basic_rules(pack: Pack) -> tuple[LoadedRule, ...]:
    """Softening is the companion's too: rules with it ask the tone model anyway."""
    softening = {rule.id for rule in pack.rules if any(fix.soften for fix in rule.rule.fixes)}
    return tuple(rule for rule in pack.rules if _is_basic(rule.compiled) and rule.id not in softening)


def basic_guards(pack: Pack) -> tuple[Compiled, ...]:
    return tuple(guard.compiled for guard in pack.protected if _is_basic(guard.compiled))


def browser_build(pack: Pack) -> str:
    """The JSON text; its `hash` is the SHA-256 of the text without it."""
    content = _content(pack)
    digest = hashlib.sha256(_text(content).encode()).hexdigest()
    return _text(content | {"hash": digest}) + "\n"


def _text(content: dict[str, Any]) -> str:
    # In the order of the files, which counts where several sites or weights may hold.
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _content(pack: Pack) -> dict[str, Any]:
    patterns, basic, table = _Patterns(), basic_rules(pack), folding_table()
    ids = {rule.id for rule in basic}
    file = pack.file.model_dump(include={"title", "clauses", "contacts", "disclaimers"})
    return file | {
        "format": FORMAT,
        "pack": pack.id,
        "version": pack.version,
        "rules": [_rule(rule, patterns) for rule in basic],
        "protected": [
            {key: _numbered(value, patterns) if key in _SHOWN_ONLY_WHERE_WRITTEN else value for key, value in g.items()}
            for g in basic_guards(pack)
        ],
        "companion_only": [rule.id for rule in pack.rules if rule.id not in ids],
        "patterns": patterns.listed,
        "folding": {"lookalikes": dict(table.lookalikes), "masks": table.masks},
        "abbreviations": sorted(ABBREVIATIONS),
        "sites": {key: _site(site) for key, site in pack.sites.items()},
    }


@dataclass
class _Patterns:
    """Each pattern once; lexicons that many rules read would otherwise make up half of the text."""

    listed: list[str] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    def number(self, pattern: str) -> int:
        if pattern not in self._numbers:
            self._numbers[pattern] = len(self.listed)
            self.listed.append(pattern)
        return self._numbers[pattern]


def _rule(loaded: LoadedRule, patterns: _Patterns) -> Compiled:
    shown = {key: value for key, value in loaded.compiled.items() if key not in _SHOWN_ONLY_WHERE_WRITTEN}
    return shown | {
        "when": _numbered(loaded.compiled["when"], patterns),
        "except": _numbered(loaded.compiled["except"], patterns),
        "supports": [s | {"when": _numbered(s["when"], patterns)} for s in loaded.compiled["supports"]],
        "fixes": [_fix(fix, patterns) for fix in loaded.rule.fixes],
    }


def _numbered(part: Any, patterns: _Patterns) -> Any:
    """A compiled node with numbers for its patterns."""
    if isinstance(part, list):
        return [_numbered(item, patterns) for item in part]
    if not isinstance(part, dict) or "context" in part:
        return part
    if "match" in part:
        return part | {"match": [patterns.number(pattern) for pattern in part["match"]]}
    return {key: _numbered(value, patterns) for key, value in part.items()}


def _fix(fix: FixRule, patterns: _Patterns) -> dict[str, Any]:
    lead, trail = (None if pattern is None else patterns.number(pattern) for pattern in company(fix))
    return fix.model_dump(mode="json", exclude={"also_before", "also_after"}) | {"lead": lead, "trail": trail}


def _site(site: Site) -> dict[str, Any]:
    limits: dict[str, int | None] = {}
    for surface in site.surfaces:
        limits.setdefault(surface.surface, surface.limit)
    return {"hosts": site.hosts, "counting": site.counting, "limits": limits}


def _is_basic(compiled: Compiled) -> bool:
    supports = (support["when"] for support in compiled.get("supports", ()))
    return all(_is_known(node) for node in (compiled["when"], *compiled["except"], *supports))


def _is_known(node: Compiled) -> bool:
    if next(iter(node)) not in _KNOWN:
        return False
    parts = [*node.get("all", ()), *node.get("any", ()), *node.get("absent", ())]
    return all(_is_known(part) for part in [*parts, *([node["not"]] if "not" in node else [])])
