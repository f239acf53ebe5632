"""What Presidio asks of an NLP engine, without a language model: the words of a text, for context words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

_WORD = regex.compile(r"[^\s,;:=()]+")
_EDGES = regex.compile(r"^[^\p{L}]+|[^\p{L}]+$")


class Words(NlpEngine):
    """Splits at white space and keeps nothing.

    spaCy's tokeniser stores every word it ever saw in its vocabulary: drafts would stay in memory, and it would grow.
    """

    def load(self) -> None:
        """Nothing to load."""

    def is_loaded(self) -> bool:
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        found = [(m.group(), m.start()) for m in _WORD.finditer(text)]
        # Presidio's context enhancer only asks a token for its length.
        return NlpArtifacts(
            entities=[],
            tokens=[word for word, _ in found],
            tokens_indices=[start for _, start in found],
            lemmas=[_plain(word) for word, _ in found],
            nlp_engine=self,
            language=language,
            scores=[],
        )

    def process_batch(
        self, texts: Iterable[str], language: str, *_: object, **__: object
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        return ((text, self.process_text(text, language)) for text in texts)

    def is_stopword(self, _word: str, _language: str) -> bool:
        return False

    def is_punct(self, word: str, _language: str) -> bool:
        return not (word.isalnum() or any(c.isalnum() for c in word))

    def get_supported_entities(self) -> list[str]:
        return []

    def get_supported_languages(self) -> list[str]:
        return ["en"]


def _plain(word: str) -> str:
    """`“Cell#` → `cell`, `number's` → `number`."""
    lower = word.lower()
    if lower.isalpha():
        return lower
    letters: str = _EDGES.sub("", lower)
    return letters.removesuffix("'s") or lower
