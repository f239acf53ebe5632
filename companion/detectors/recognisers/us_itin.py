"""US taxpayer numbers for those without a Social Security number: 9, and a group the IRS gives out.

https://www.irs.gov/irm/part3/irm_03-021-263r (groups 50-65, 70-88, 90-92, 94-99).
"""

from __future__ import annotations

from companion.detectors.recognisers.finder import PatternFinder, pattern

_GROUP = r"(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])"
_CUE = r"\b(?:itin|taxpayer (?:id|number)|tax id)\W{0,3}(?:(?:number|no\.?|is|was|es)\W{1,3}){0,2}"


class UsItin(PatternFinder):
    TYPE = "US_ITIN"
    PATTERNS = (
        (pattern(rf"(?<![\w$.-])9\d\d-{_GROUP}-(?!0000)\d{{4}}(?![\w-])"), 0.8),
        (pattern(rf"{_CUE}(?P<words>9\d\d ?{_GROUP} ?\d{{4}})(?!\w)"), 0.85),
    )
