"""Presidio's engine with our recognisers, and none of its own defaults: its URL recogniser would ask the network."""

from __future__ import annotations

from collections.abc import Callable

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, RecognizerResult
from presidio_analyzer.context_aware_enhancers import LemmaContextAwareEnhancer

from companion.detectors.recognisers.credit_card import CreditCard
from companion.detectors.recognisers.email_address import EmailAddress
from companion.detectors.recognisers.names_and_addresses import NamesAndAddresses
from companion.detectors.recognisers.phone_number import PhoneNumber
from companion.detectors.recognisers.street_address import StreetAddress
from companion.detectors.recognisers.us_ssn import UsSsn
from companion.detectors.recognisers.words import Words


def analyzer() -> Callable[[str], list[RecognizerResult]]:
    """Text → results; the text is not kept, logged or written anywhere."""
    recognisers = [UsSsn(), CreditCard(), PhoneNumber(), EmailAddress(), StreetAddress(), NamesAndAddresses()]
    engine = AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=recognisers),
        nlp_engine=Words(),
        # Whole words: “discover” must not be found in “discovered”. A cue may follow: “770…, that's my cell”.
        context_aware_enhancer=LemmaContextAwareEnhancer(
            context_prefix_count=6, context_suffix_count=4, context_matching_mode="whole_word"
        ),
    )
    types = sorted(engine.get_supported_entities())

    def analyze(text: str) -> list[RecognizerResult]:
        found: list[RecognizerResult] = engine.analyze(text, language="en", entities=types)
        return found

    return analyze
