"""E-mail addresses under a public suffix. The list of suffixes is the one inside tldextract; nothing is fetched."""

from __future__ import annotations

import tldextract
from presidio_analyzer import Pattern
from presidio_analyzer.predefined_recognizers import EmailRecognizer

# Presidio's own pattern starts an address at any sign, so quotes and brackets would be marked with it.
_ADDRESS = r"(?<![\w@.+%-])\w[\w.+%'-]{0,63}@(?:\w(?:[\w-]{0,61}\w)?\.){1,8}\p{L}[\w-]{0,61}\p{L}(?![\w@])"


class EmailAddress(EmailRecognizer):
    def __init__(self) -> None:
        # tldextract would fetch the list and cache it on disk: no address, no folder. example and test: RFC 2606.
        self._suffixes = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, extra_suffixes=("example", "test"))
        self._suffixes("warm.example")  # reads the packaged list now rather than in the first check
        super().__init__(patterns=[Pattern("address", _ADDRESS, 0.9)])

    def validate_result(self, pattern_text: str) -> None:
        """No verdict on what is good: a valid address keeps its pattern's score."""

    def invalidate_result(self, pattern_text: str) -> bool:
        return not self._suffixes(pattern_text.rpartition("@")[2]).fqdn
