"""Payment card numbers: grouped as they are printed, with an issuer's prefix, a length it issues, and the Luhn digit.

Prefixes and lengths: ISO/IEC 7812 ranges as the card schemes publish them.
"""

from __future__ import annotations

import regex
from presidio_analyzer import Pattern, PatternRecognizer

_GAP = r"[ .\n-]?"
_BEFORE = r"(?<![\w$.-])(?<!\d\s)"
_AFTER = r"(?!\w|[-.]\w)"
_ISSUERS = regex.compile(
    r"4\d{12}(?:\d{3}){0,2}"  # Visa
    r"|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}"  # Mastercard
    r"|3[47]\d{13}"  # American Express
    r"|(?:6011|65\d\d|64[4-9]\d)\d{12}(?:\d{3})?"  # Discover
    r"|3(?:0[0-5]|[68]\d)\d{11}"  # Diners Club
    r"|35(?:2[89]|[3-8]\d)\d{12}"  # JCB
    r"|62\d{14,17}"  # UnionPay
    r"|(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{8,15}"  # Maestro
)


class CreditCard(PatternRecognizer):
    PATTERNS = (
        Pattern("in fours", rf"{_BEFORE}\d{{4}}(?:{_GAP}\d{{4}}){{2}}{_GAP}\d{{4}}(?:{_GAP}\d{{3}})?{_AFTER}", 0.8),
        Pattern("four, six, rest", rf"{_BEFORE}\d{{4}}{_GAP}\d{{6}}{_GAP}\d{{4,5}}{_AFTER}", 0.8),
        Pattern("unbroken", rf"{_BEFORE}\d{{12,19}}{_AFTER}", 0.7),
    )
    CONTEXT = ("card", "credit", "debit", "visa", "mastercard", "amex", "discover", "cc", "tarjeta", "paid", "pay")

    def __init__(self) -> None:
        super().__init__(supported_entity="CREDIT_CARD", patterns=list(self.PATTERNS), context=list(self.CONTEXT))

    def invalidate_result(self, pattern_text: str) -> bool:
        digits = "".join(c for c in pattern_text if c.isdigit())
        return _ISSUERS.fullmatch(digits) is None or not _passes_luhn(digits)


def _passes_luhn(digits: str) -> bool:
    """ISO/IEC 7812-1, annex B."""
    doubled = [sum(divmod(2 * int(c), 10)) for c in digits[-2::-2]]
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0
