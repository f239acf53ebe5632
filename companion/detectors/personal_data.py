"""Personal data: Presidio finds it, the pack's rules say what it means.

detector = PersonalData(pack)
detector.load()
detector.detect(draft)
"""

from __future__ import annotations

from companion.detectors.published import Published
from companion.detectors.recognition import Recognition
from companion.detectors.whole_sentences import whole
from companion.draft import Draft
from companion.finding import Finding
from companion.folding import fold
from companion.rules.evaluate import Entity, Evidence
from companion.rules.findings import findings
from companion.rules.load import Pack
from companion.rules.search import prepare


class PersonalData:
    name = "personal-data"

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._rules = [rule for rule in pack.rules if rule.needs_entities]
        self._published = Published(pack.allow)
        self._recognition = Recognition()

    def load(self) -> None:
        prepare(rule.compiled for rule in self._rules)
        self._recognition.load()

    def detect(self, draft: Draft) -> list[Finding]:
        evidence = Evidence(draft, self._pack.site_id(draft), self.entities(draft.text))
        return [whole(one, draft.text) for one in findings(self._rules, evidence, self._pack, self.name)]

    def entities(self, text: str) -> tuple[Entity, ...]:
        """What rules see: everything recognised, less what the pack says is published."""
        found = self._recognition.entities(text)
        return tuple(e for e in found if not self._published.holds(e.type, fold(text[e.start : e.end]).text))
