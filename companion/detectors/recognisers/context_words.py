"""Presidio's context words, asked only about results whose recogniser has some."""

from __future__ import annotations

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.context_aware_enhancers import LemmaContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts


class ContextWords(LemmaContextAwareEnhancer):
    """The enhancer copies what it is given, deeply: for most results, which it leaves as they are, that is waste."""

    def __init__(self) -> None:
        # Whole words: “discover” must not be found in “discovered”. A cue may follow: “770…, that's my cell”.
        super().__init__(context_prefix_count=6, context_suffix_count=4, context_matching_mode="whole_word")

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        asking = {recogniser.id for recogniser in recognizers if recogniser.context}
        asked = [r for r in raw_results if _recogniser_of(r) in asking]
        others = [r for r in raw_results if _recogniser_of(r) not in asking]
        if not asked:
            return others
        enhanced = super().enhance_using_context(text, asked, nlp_artifacts, recognizers, context)
        return [*others, *enhanced]


def _recogniser_of(result: RecognizerResult) -> str:
    identifier: str = result.recognition_metadata[RecognizerResult.RECOGNIZER_IDENTIFIER_KEY]
    return identifier
