"""Addresses by the words before them: “lives at 527 Tillery”, “the address of the shelter is Oakmere 12”.

What has a suffix, a postal code or a foreign word for a street is found without (street_address, foreign_address).
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from companion.detectors import street_words as words
from companion.detectors.addresses import LIVES_ON
from companion.detectors.recognisers.finder import Finder, Found

_S = r"[^\S\n]+"
_NUMBER = r"(?<![\w$€£/:.])(?<!\d[,-])(?<!-)[1-9]\d{0,5}(?:-\d{1,4})?[A-Fa-f]?"
_ZIP = r"\d{5}(?:-\d{4})?\b"
# “She lives at 527 Tillery”: without a suffix only after words that say so, and with a capital.
_NAMES = rf"(?-i:\p{{Lu}}[\p{{L}}'-]+(?:{_S}\p{{Lu}}[\p{{L}}'-]+){{0,2}})"
_AFTER_A_CUE = regex.compile(
    rf"\b(?:liv(?:es?|ed|ing)|resid(?:es?|ing)|moved|stays?|vive)\b(?:{_S}\p{{L}}+)?{_S}(?:at|to|en){_S}"
    rf"(?P<whole>{_NUMBER}{_S}(?P<name>{_NAMES}))",
    regex.IGNORECASE,
)
# “the address of the shelter is Oakmere 12”, “send the form to Oakmere 12”: as sure as the model with a number.
_AFTER_ANOTHER_CUE = regex.compile(
    rf"\b(?:(?:address|direccion)(?:{_S}(?:of|for){_S}[^.!?\n,:]{{1,40}}?)?(?:{_S}(?:is|was|es)(?:{_S}now)?|:|,)"
    rf"|located{_S}(?:at|in)|(?:liv(?:es?|ed|ing)|moved|moving){_S}(?:at|in|on|to|from)|from{_S}(?:\S+{_S}){{1,5}}to"
    rf"|(?:ship|send|sent|mail|deliver|return|forward)(?:s|ed)?(?:{_S}(?:it|them|this|that|(?:the|my|his|her|our){_S}\p{{L}}+))?{_S}to)"
    rf"[\s:]{{1,3}}(?P<whole>{_NUMBER}{_S}(?P<name>{_NAMES})|(?P<name>{_NAMES}),?{_S}\d{{1,4}}[A-Za-z]?(?![\w:%]|[.,]\d))",
    regex.IGNORECASE,
)
# “She lives on Tillery”: a street without a number, as unsure as the model's. Not “live on Facebook”.
_LIVES_ON = regex.compile(
    rf"{LIVES_ON}(?P<name>(?-i:\p{{Lu}}[\p{{L}}'-]{{2,}}(?:{_S}\p{{Lu}}[\p{{L}}'-]+){{0,2}}))(?![\w'’])",
    regex.IGNORECASE,
)
_NO_STREETS = frozenset(
    {"earth", "mars", "pluto", "facebook", "instagram", "youtube", "tiktok", "twitch", "twitter", "zoom", "tv"}
    | {"medicaid", "medicare", "social", "welfare", "ssi"}
)
# Where somebody lives, if only roughly: “my zip code is 30080”.
_ZIP_AFTER_A_CUE = regex.compile(
    r"\b(?:zip|postal|post)[ -]?(?:codes?)?(?:\W{0,3}\b(?:is|was|of|in|for|number|no)\b){0,3}\W{0,3}"
    rf"(?P<whole>{_ZIP})",
    regex.IGNORECASE,
)


class CuedAddress(Finder):
    TYPE = "STREET_ADDRESS"

    def find(self, text: str) -> Iterator[Found]:
        for cue, score in ((_AFTER_A_CUE, 0.75), (_AFTER_ANOTHER_CUE, 0.6)):
            for match in cue.finditer(text):
                if not _is_a_thing(match["name"].lower().split()):
                    yield *match.span("whole"), score
        for match in _LIVES_ON.finditer(text):
            if match["name"].partition(" ")[0].lower() not in _NO_STREETS:
                yield *match.span("name"), 0.4
        for match in _ZIP_AFTER_A_CUE.finditer(text):
            yield *match.span("whole"), 0.4


def _is_a_thing(name: list[str]) -> bool:
    """“lives at 5 Miles”, “send it to Room 12”, “moved to July 4”."""
    return name[0] in words.UNITS or name[-1] in words.NUMBERED | words.BEFORE_YEARS
