"""International bank account numbers: country, two check digits (ISO 7064, mod 97), the length the country has.

Lengths: IBAN Registry, https://www.swift.com/standards/data-standards/iban-international-bank-account-number
"""

from __future__ import annotations

from companion.detectors.recognisers.finder import PatternFinder, pattern

_LENGTHS = """
AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27
GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27
MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 SV28 TL23 TN24
TR26 UA29 VA22 VG24 XK20
"""
_LENGTH = {entry[:2]: int(entry[2:]) for entry in _LENGTHS.split()}


class Iban(PatternFinder):
    TYPE = "IBAN_CODE"
    PATTERNS = ((pattern(r"(?<!\w)[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?(?!\w)"), 0.95),)

    def is_valid(self, words: str) -> bool:
        plain = "".join(c for c in words if c.isalnum()).upper()
        if _LENGTH.get(plain[:2]) != len(plain):
            return False
        return int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1
