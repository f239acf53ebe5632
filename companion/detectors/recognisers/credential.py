"""Keys and tokens: known formats, private-key blocks, and random-looking words after a cue.

Formats: the services' own documentation, as secret scanners list them:
https://docs.github.com/en/code-security/secret-scanning.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from companion.detectors.recognisers.finder import Found, PatternFinder, exact, pattern

_KNOWN = (
    r"(?:AKIA|ASIA)[A-Z0-9]{16}"  # Amazon
    r"|gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{50,}"  # GitHub
    r"|glpat-[\w-]{20,}"  # GitLab
    r"|xox[abposr]-[A-Za-z0-9-]{10,}"  # Slack
    r"|AIza[\w-]{35}"  # Google
    r"|[rs]k_(?:live|test)_[A-Za-z0-9]{16,}"  # Stripe
    r"|SG\.[\w-]{16,}\.[\w-]{16,}"  # SendGrid
    r"|sk-[A-Za-z0-9_-]{20,}"  # OpenAI and others
    r"|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}"  # JSON Web Token
)
_BLOCK = r"-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[\s\S]{0,5000}?-----END [A-Z ]*PRIVATE KEY-----)?"
_CUED = pattern(
    r"\b(?:api[ _-]?key|access[ _-]?key|secret(?:[ _-]?key)?|client[ _-]?secret|auth[ _-]?token|bearer|token)"
    r"(?: (?:is|was|for [\w ]{1,20} is))?\s{0,2}[:=]?\s{0,2}[\"'“]?(?P<words>[A-Za-z0-9+/_=.-]{15,199}[A-Za-z0-9+/_=-])"
)
_BITS_A_SIGN = 3.0  # words of English have less; hexadecimal noise of 16 signs has more


class LicenseKey(PatternFinder):
    """What unlocks bought software: five groups of five."""

    TYPE = "LICENSE_KEY"
    PATTERNS = ((exact(r"(?<![\w-])[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}(?![\w-])"), 0.9),)

    def is_valid(self, words: str) -> bool:
        return any(c.isdigit() for c in words) and any(c.isalpha() for c in words)


class Credential(PatternFinder):
    TYPE = "CREDENTIAL"
    PATTERNS = ((exact(rf"(?<![\w-])(?:{_KNOWN})(?![\w-])"), 0.95), (exact(_BLOCK), 0.95))

    def find(self, text: str) -> Iterator[Found]:
        yield from super().find(text)
        for match in _CUED.finditer(text):
            if _is_random(match["words"]):
                yield *match.span("words"), 0.86


def _is_random(words: str) -> bool:
    counts = Counter(words)
    bits = -sum(n / len(words) * math.log2(n / len(words)) for n in counts.values())
    return bits >= _BITS_A_SIGN and any(c.isdigit() for c in words) and any(c.isalpha() for c in words)
