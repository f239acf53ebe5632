"""IP addresses (both kinds) and hardware addresses. Four numbers after “version” are a version."""

from __future__ import annotations

import ipaddress

from companion.detectors.recognisers.finder import PatternFinder, pattern

_NOT_AFTER = r"(?<![\w./:-])(?<!\b(?:version|ver|v|release|build|firmware|ios|macos|chrome) {0,2})"
_CUE = r"\b(?:ip|ip address|server|router|printer|camera|host)\W{1,3}(?:is |at |on )?"
_FOUR = r"(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)"


class IpAddress(PatternFinder):
    TYPE = "IP_ADDRESS"
    PATTERNS = (
        (pattern(_NOT_AFTER + _FOUR), 0.6),
        (pattern(rf"{_CUE}(?P<words>{_FOUR})"), 0.86),
        (pattern(r"(?<![\w:.])(?:[0-9a-f]{1,4}:{1,2}){2,7}[0-9a-f]{1,4}(?![\w:])"), 0.7),
    )

    def is_valid(self, words: str) -> bool:
        try:
            ipaddress.ip_address(words)
        except ValueError:
            return False
        return True


class MacAddress(PatternFinder):
    TYPE = "MAC_ADDRESS"
    PATTERNS = ((pattern(r"(?<![\w:-])[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![\w:-])"), 0.86),)
