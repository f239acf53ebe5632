"""Presidio as it comes, for comparison: its own recognisers and a spaCy model, with nothing fetched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.pii_spans import Span, joined_addresses


def presidio_default(model: str) -> Callable[[str], list[Span]] | None:
    """None, and a line that says why, when the language model is not installed."""
    import spacy
    import tldextract
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    if not (spacy.util.is_package(model) or Path(model).exists()):
        print(f"Presidio as it comes: skipped, there is no spaCy model “{model}” here (--spacy-model NAME or FOLDER)")
        return None
    # Its e-mail and URL recognisers would fetch the list of public suffixes.
    vars(tldextract)["extract"] = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    models = [{"lang_code": "en", "model_name": model}]
    provider = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models})
    engine = AnalyzerEngine(nlp_engine=provider.create_engine())

    def find(text: str) -> list[Span]:
        spans = [Span(r.entity_type, r.start, r.end) for r in engine.analyze(text, language="en")]
        # It knows no street addresses: places with a digit count as such, in its favour.
        streets = [
            s._replace(kind="STREET") if s.kind == "LOCATION" and any(c.isdigit() for c in text[s.start : s.end]) else s
            for s in spans
        ]
        return [*joined_addresses(streets, text, "STREET"), *spans]

    return find
