"""The unit in an address, “Apt. 4B”, “Suite 210”: part of an address beside a street, nothing by itself."""

from __future__ import annotations

from companion.detectors.addresses import ADDRESS_PART
from companion.detectors.recognisers.finder import PatternFinder, pattern


class AddressUnit(PatternFinder):
    TYPE = ADDRESS_PART
    PATTERNS = (
        (pattern(r"\b(?:apt|apartment|unit|suite|ste|bldg|building|floor|room|rm|lot)\b\.? ?#?\d{1,5}[a-z]?\b"), 0.4),
    )
