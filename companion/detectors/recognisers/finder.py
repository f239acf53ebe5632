"""A recogniser that says itself where something is and how surely; Presidio's context words are not asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, TypeAlias

import regex
from presidio_analyzer import AnalysisExplanation, LocalRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

Found: TypeAlias = tuple[int, int, float]
"""start, end, score."""


class Finder(LocalRecognizer):
    TYPE: ClassVar[str]

    def __init__(self) -> None:
        super().__init__(supported_entities=[self.TYPE])

    def load(self) -> None:
        """Patterns are compiled with their module."""

    def find(self, text: str) -> Iterable[Found]:
        raise NotImplementedError

    def analyze(
        self,
        text: str,
        entities: list[str],  # noqa: ARG002 - Presidio's signature
        nlp_artifacts: NlpArtifacts | None = None,  # noqa: ARG002
    ) -> list[RecognizerResult]:
        return [self._result(*found) for found in self.find(text)]

    def _result(self, start: int, end: int, score: float) -> RecognizerResult:
        return RecognizerResult(
            entity_type=self.TYPE,
            start=start,
            end=end,
            score=score,
            analysis_explanation=AnalysisExplanation(recognizer=self.name, original_score=score),
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
            },
        )


class PatternFinder(Finder):
    """By patterns, each with its score. A group named `words` says what to mark; `is_valid` is asked about it."""

    PATTERNS: ClassVar[tuple[tuple[regex.Pattern[str], float], ...]]

    def find(self, text: str) -> Iterator[Found]:
        for pattern, score in self.PATTERNS:
            for match in pattern.finditer(text):
                group = "words" if "words" in pattern.groupindex else 0
                if self.is_valid(match[group]):
                    yield *match.span(group), score

    def is_valid(self, words: str) -> bool:  # noqa: ARG002
        return True


def pattern(text: str) -> regex.Pattern[str]:
    """Any case; a space stands for any white space, a line end too."""
    return regex.compile(_with_line_ends(text), regex.IGNORECASE)


def exact(text: str) -> regex.Pattern[str]:
    """Capitals matter."""
    return regex.compile(_with_line_ends(text))


_SPACE = regex.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|(?P<bare> )(?![?*+{])| ")


def _with_line_ends(text: str) -> str:
    """A space alone may be up to three, as between a cue and its number; in a set or with a count it is one."""

    def spaced(part: regex.Match[str]) -> str:
        return r"\s{1,3}" if part["bare"] else part[0].replace(" ", r"\s")

    widened: str = _SPACE.sub(spaced, text)
    return widened
