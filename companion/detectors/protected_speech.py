"""Station 5's last word: what the policy leaves to a citizen is taken out of a draft's findings."""

from __future__ import annotations

from collections.abc import Sequence

from companion.detectors.meaning import Meaning
from companion.draft import Draft
from companion.finding import Finding
from companion.rules.evaluate import Evidence
from companion.rules.load import Pack
from companion.rules.protected import guarded


class ProtectedSpeech:
    """Guards that ask for meaning hold only where the meaning detector could be started; those of words always."""

    def __init__(self, pack: Pack, meaning: Meaning) -> None:
        self._pack = pack
        self._meaning = meaning

    def guarded(self, draft: Draft, found: Sequence[Finding]) -> list[Finding]:
        readings = self._meaning.readings if self._meaning.is_ready else None
        return guarded(found, self._pack.protected, Evidence(draft, self._pack.site_id(draft), readings=readings))
