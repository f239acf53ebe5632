"""Telephone numbers, by phonenumbers: US numbers in any writing, others with their +country code.

555-01xx is kept for fiction; it counts, since a reader cannot tell.
"""

from __future__ import annotations

from collections.abc import Iterator

import phonenumbers
import regex
from phonenumbers import Leniency, PhoneNumberMatch, PhoneNumberMatcher
from presidio_analyzer import AnalysisExplanation, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts
from presidio_analyzer.predefined_recognizers import PhoneRecognizer

# Written apart by other signs, or over a line end: read as a space. One sign for one keeps the places.
_OTHER_GAPS = regex.compile(r"(?<=[\d)])[\n•·_~*](?=\d)")
# 770-555-0156 is read as a telephone number even where no such number was ever given out.
_AS_IN_AMERICA = regex.compile(
    r"(?<!\w)(?:(?:\+|00)?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. /]+)\d{3}[-. ]+\d{4}(?: ?(?:x|ext\.?) ?\d{1,6})?",
    regex.IGNORECASE,
)
# Four numbers with points between are an IP address or a version, unless grouped as a telephone number.
_VERSION = regex.compile(r"(?!1\.\d{3}\.\d{3}\.\d{4}$)\d{1,4}(?:\.\d{1,5}){3}")
_NOT_AFTER = regex.compile(r"(?:\w[-/=.]|[$€£]|&#|https?://\S*|[\d.]-?)$")
_NOT_BEFORE = regex.compile(r"\w|-\w(?!\p{L})")

_TRIES = 1_000  # false starts in one text, before the matcher gives up; its own default is 65,535
_VALID, _SHAPED, _TEN_DIGITS, _POSSIBLE = 0.7, 0.5, 0.3, 0.1


class PhoneNumber(PhoneRecognizer):
    """The score says how surely; Presidio's context words lift the doubtful ones over the rules' threshold."""

    CONTEXT = (
        *("phone", "phones", "telephone", "tel", "cell", "cellphone", "mobile", "landline", "fax", "ph"),
        *(
            "call",
            "calls",
            "called",
            "calling",
            "dial",
            "answer",
            "answering",
            "text",
            "txt",
            "texted",
            "ring",
            "reach",
            "whatsapp",
            "sms",
        ),
        *("cel", "celular", "telefono", "llama", "llamame"),
    )

    def __init__(self) -> None:
        super().__init__(context=list(self.CONTEXT), supported_regions=("US",), leniency=Leniency.POSSIBLE)

    def analyze(
        self,
        text: str,
        entities: list[str],  # noqa: ARG002 - Presidio's signature
        nlp_artifacts: NlpArtifacts | None = None,  # noqa: ARG002
    ) -> list[RecognizerResult]:
        return [self._result(*found) for found in _found(_OTHER_GAPS.sub(" ", text))]

    def _result(self, start: int, end: int, score: float) -> RecognizerResult:
        return RecognizerResult(
            entity_type="PHONE_NUMBER",
            start=start,
            end=end,
            score=score,
            analysis_explanation=AnalysisExplanation(recognizer=self.name, original_score=score),
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
            },
        )


def _found(text: str) -> Iterator[tuple[int, int, float]]:
    """A place may be found twice; Presidio keeps the surer result."""
    for match in PhoneNumberMatcher(text, "US", leniency=Leniency.POSSIBLE, max_tries=_TRIES):
        # “(770-555-0156)”: phonenumbers takes the opening bracket and leaves the closing one.
        start = match.start + (match.raw_string.startswith("(") and ")" not in match.raw_string)
        if stands_alone(text, start, match.end):
            yield start, match.end, _score(match)
    for shaped in _AS_IN_AMERICA.finditer(text):
        if stands_alone(text, *shaped.span()):
            yield *shaped.span(), _SHAPED


def stands_alone(text: str, start: int, end: int) -> bool:
    """Not part of something else: a link, a part number, an amount, a version."""
    before, after = text[max(0, start - 100) : start], text[end : end + 3]
    return not (_NOT_AFTER.search(before) or _NOT_BEFORE.match(after) or _VERSION.fullmatch(text[start:end]))


def _score(match: PhoneNumberMatch) -> float:
    if not phonenumbers.is_valid_number(match.number):
        return _POSSIBLE
    return _TEN_DIGITS if match.raw_string.isdigit() else _VALID
