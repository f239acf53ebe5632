"""Rules that ask how something will be taken: `tone:`.

detector = ToneDetector(pack)
detector.load()
detector.detect(draft)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.draft import Draft
from companion.errors import ModelUnusable
from companion.finding import Finding
from companion.rules.evaluate import Evidence
from companion.rules.findings import findings
from companion.rules.load import Pack
from companion.rules.search import prepare
from companion.rules.toned import ReadTone
from companion.settings import settings
from companion.tone.tone import Tone

if TYPE_CHECKING:  # NumPy takes its time, and the companion listens before that
    from companion.tone.model import ToneModel


def tone_in_use() -> ReadTone:
    """What `foreword tone` asks: the chosen model. Raises ToneModelError or ModelUnusable."""
    return _chosen(_small())


def _small() -> ToneModel:
    from companion.tone.model import ToneModel

    return ToneModel()


def _chosen(small: ToneModel) -> ReadTone:
    name = settings().tone_model
    if name == "small":
        return small.read
    from companion.tone.official.scorer import OfficialModel
    from companion.tone.official.store import Store

    return OfficialModel(Store(settings().state / "models"), name, small).read


class ToneDetector:
    name = "tone"

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._rules = [rule for rule in pack.rules if rule.needs_tone]
        self._read: ReadTone | None = None
        self._left_out: tuple[str, ...] = ()

    def load(self) -> None:
        """Raises ToneModelError. No rules need no model; a chosen one that cannot be used is replaced by ours."""
        if not self._rules:
            return
        prepare(rule.compiled for rule in self._rules)
        small = _small()
        try:
            self._read = _chosen(small)
        except ModelUnusable as error:
            self._read = small.read
            self._left_out = (f"{error.detail} Until then the small model that Foreword came with is used.",)
        self.read("The first text takes longer than those that people wait for.")

    def detect(self, draft: Draft) -> list[Finding]:
        if not self._rules:
            return []
        evidence = Evidence(draft, self._pack.site_id(draft), tone=self.read)
        return findings(self._rules, evidence, self._pack, self.name)

    def read(self, text: str) -> Tone:
        if self._read is None:
            raise RuntimeError("ToneDetector.load has not been called")
        return self._read(text)

    def left_out(self) -> tuple[str, ...]:
        return self._left_out
