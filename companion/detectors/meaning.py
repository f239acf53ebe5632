"""Rules that ask what a sentence means: `like:`, learned from the pack's examples.

detector = Meaning(pack)
detector.load()
detector.detect(draft)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from companion.draft import Draft
from companion.finding import Finding
from companion.meaning.examples import TRAINED
from companion.rules.evaluate import Evidence
from companion.rules.findings import findings
from companion.rules.load import Pack
from companion.rules.search import prepare

if TYPE_CHECKING:  # NumPy takes its time, and the companion listens before that
    from companion.meaning.encoder import Encoder
    from companion.meaning.trained import Trained


class Meaning:
    name = "meaning"

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._rules = [rule for rule in pack.rules if rule.needs_meaning]
        self._wanted = {name for rule in self._rules for name in rule.meanings}
        self._wanted |= {name for guard in pack.protected for name in guard.meanings}
        self._encoder: Encoder | None = None
        self._trained: dict[str, Trained] = {}

    def load(self) -> None:
        """Raises RuleError when what was learned cannot be read. A pack without such rules needs no encoder."""
        prepare(rule.compiled for rule in self._rules)
        if not self._wanted or self._pack.meanings is None:
            return
        from companion.meaning.encoder import Encoder
        from companion.meaning.trained import read_trained

        trained = read_trained(self._pack.meanings / TRAINED, f"{self._pack.id}/meanings/{TRAINED}")
        self._trained = {name: one for name, one in trained.items() if name in self._wanted}
        self._encoder = Encoder()
        self.readings(["The first sentence takes longer than those that people wait for."])

    @property
    def is_ready(self) -> bool:
        return self._encoder is not None

    def detect(self, draft: Draft) -> list[Finding]:
        if not self._rules:
            return []
        evidence = Evidence(draft, self._pack.site_id(draft), readings=self.readings)
        return findings(self._rules, evidence, self._pack, self.name)

    def readings(self, sentences: Sequence[str]) -> dict[str, list[float]]:
        """For each meaning how sure it is of each sentence; 0 where it is not sure enough."""
        from companion.meaning.trained import readings

        if self._encoder is None:
            raise RuntimeError("Meaning.load has not been called")
        return readings(self._trained, self._encoder, sentences)
