"""A place to within a house: latitude and longitude with four decimals or more (0.0001° is some 11 m)."""

from __future__ import annotations

from companion.detectors.recognisers.finder import PatternFinder, pattern

_LATITUDE = r"[+-]?(?:[1-8]?\d|90)\.\d{4,}°?(?: ?[NS])?"
_LONGITUDE = r"[+-]?(?:1[0-7]\d|\d{1,2}|180)\.\d{4,}°?(?: ?[EW])?"


class GpsCoordinates(PatternFinder):
    TYPE = "GPS_COORDINATES"
    PATTERNS = ((pattern(rf"(?<![\w.]){_LATITUDE}(?:, ?| |\n){_LONGITUDE}(?!\w)"), 0.8),)
