"""Names of people, street addresses and places, as the model reads them.

An address comes in parts, joined later with what the patterns found (detectors/addresses.py): a street's name is an
address of low confidence, a number or a ZIP code alone is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex
from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from companion.detectors.addresses import ADDRESS_PART
from companion.detectors.recognisers.phone_number import stands_alone
from companion.detectors.recognisers.rampart_model import Kind, RampartModel, Word

_TYPES: dict[Kind, str] = {
    **{"name": "PERSON", "street": "STREET_ADDRESS", "part": ADDRESS_PART, "place": "LOCATION"},
    "phone": "PHONE_NUMBER",
}
# What is sure of itself (a checksum, a pattern) goes before what the model thinks.
_MOST = {"PERSON": 0.8, "STREET_ADDRESS": 0.4, ADDRESS_PART: 0.4, "LOCATION": 0.6, "PHONE_NUMBER": 0.5}
_WITHIN = {
    "PERSON": regex.compile(r"[ .'’-]{0,2}"),
    "STREET_ADDRESS": regex.compile(r"[ .'’/-]{0,2}"),
    "LOCATION": regex.compile(r"[ .'’-]{0,2}"),  # “Budel-Dorplein”
    "PHONE_NUMBER": regex.compile(r"[ .()/-]{0,3}"),
}
_BETWEEN = regex.compile(r"[ .]{0,2}")
_AFTER_A_NAME = regex.compile(r",? (?:MD|DDS|DVM|PhD|Ph\.D\.|Esq\.?|Jr\.?|Sr\.?|III?|IV)\b", regex.IGNORECASE)
_BARE = regex.compile(r"[#(+]?[\p{L}\p{N}](?:.*[\p{L}\p{N}])?\.?", regex.DOTALL)
_SURE = 0.9


class NamesAndAddresses(EntityRecognizer):
    def __init__(self) -> None:
        super().__init__(supported_entities=list(_TYPES.values()))

    def load(self) -> None:
        """Called by Presidio when the recogniser is made."""
        self._model = RampartModel()

    def analyze(
        self,
        text: str,
        entities: list[str],  # noqa: ARG002 - Presidio's signature
        nlp_artifacts: NlpArtifacts | None = None,  # noqa: ARG002
    ) -> list[RecognizerResult]:
        found = [bare for phrase in _phrases(self._model.words(text), text) if (bare := _bare(phrase, text))]
        return [self._result(word, text) for word in found if _counts(word, text)]

    def _result(self, found: Word, text: str) -> RecognizerResult:
        kind = _TYPES[found.kind]
        title = _AFTER_A_NAME.match(text, found.end) if found.kind == "name" else None
        return RecognizerResult(
            entity_type=kind,
            start=found.start,
            end=title.end() if title else found.end,
            score=_MOST[kind] * found.score,
            analysis_explanation=AnalysisExplanation(recognizer=self.name, original_score=found.score),
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
            },
        )


def _phrases(words: list[Word], text: str) -> Iterator[Word]:
    """Neighbouring words of one kind as one, as sure as the surest of them."""
    current: Word | None = None
    for word in words:
        gap = _WITHIN.get(_TYPES[word.kind], _BETWEEN)
        if current and current.kind == word.kind and gap.fullmatch(text, current.end, word.start):
            current = Word(current.start, word.end, word.kind, max(current.score, word.score))
        else:
            if current:
                yield current
            current = word
    if current:
        yield current


def _bare(found: Word, text: str) -> Word | None:
    """Without the pictures and signs around it."""
    match = _BARE.search(text, found.start, found.end)
    return replace(found, start=match.start(), end=match.end()) if match else None


def _counts(found: Word, text: str) -> bool:
    """A single word in small letters, in a text that has capitals, is hardly a name, and a number is none; a telephone
    has seven digits."""
    said = text[found.start : found.end]
    if found.kind == "phone":
        return 7 <= sum(c.isdigit() for c in said) <= 15 and stands_alone(text, found.start, found.end)
    if found.kind == "name" and not any(c.isalpha() for c in said):
        return False
    small = found.kind == "name" and said.islower() and " " not in said and not text.islower()
    return not small or found.score >= _SURE
