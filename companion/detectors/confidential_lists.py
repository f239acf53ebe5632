"""Terms of this computer's confidential lists: found by their hashes, judged by the pack's rules.

detector = ConfidentialLists(pack, Library(state_folder))
detector.load()
detector.detect(draft)
"""

from __future__ import annotations

from threading import Lock

from companion.draft import Draft
from companion.finding import Finding
from companion.lists.library import Library, Shelf, Stamp
from companion.lists.matching import hits
from companion.rules.evaluate import Entity, Evidence
from companion.rules.findings import findings
from companion.rules.load import Pack
from companion.rules.search import prepare

ENTITY = "CONFIDENTIAL_TERM"


class ConfidentialLists:
    name = "confidential-lists"

    def __init__(self, pack: Pack, library: Library) -> None:
        self._pack = pack
        self._rules = [rule for rule in pack.rules if rule.needs_lists]
        self._library = library
        self._reading = Lock()
        self._read: tuple[Stamp, Shelf] | None = None

    def load(self) -> None:
        prepare(rule.compiled for rule in self._rules)
        self._shelf()

    def detect(self, draft: Draft) -> list[Finding]:
        if not self._rules:
            return []
        listed = hits(draft.text, self._shelf().lists)
        return findings(self._rules, Evidence(draft, self._pack.site_id(draft), listed=listed), self._pack, self.name)

    def entities(self, text: str) -> tuple[Entity, ...]:
        return tuple(Entity(ENTITY, hit.start, hit.end, 1.0) for hit in hits(text, self._shelf().lists))

    def left_out(self) -> tuple[str, ...]:
        return tuple(error.detail for error in self._shelf().unusable)

    def _shelf(self) -> Shelf:
        """The lists as they are now: they are read again, some ten milliseconds, when a file has changed."""
        stamp = self._library.stamp
        with self._reading:
            if self._read is None or self._read[0] != stamp:
                self._read = stamp, self._library.read()
            return self._read[1]
