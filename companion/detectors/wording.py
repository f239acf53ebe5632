"""Rules that need no model: words, phrases, patterns, context."""

from __future__ import annotations

from companion.draft import Draft
from companion.finding import Finding
from companion.rules.evaluate import Evidence
from companion.rules.findings import findings
from companion.rules.load import Pack
from companion.rules.search import prepare


class Wording:
    name = "wording"

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._rules = [
            r for r in pack.rules if not (r.needs_entities or r.needs_meaning or r.needs_lists or r.needs_tone)
        ]

    def load(self) -> None:
        """Compile the patterns."""
        prepare(rule.compiled for rule in self._rules)

    def detect(self, draft: Draft) -> list[Finding]:
        return findings(self._rules, Evidence(draft, self._pack.site_id(draft)), self._pack, self.name)
