"""How long a text is, as the site counts it: code points, graphemes, or weighted as X does.

Weighted follows X's own library, twitter-text 3 (its configuration `v3`), which the extension uses; a test compares
the two. A link is 23 however long it is, an emoji 2 however it is put together, and everything outside of a few
ranges 2.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import re2
import regex
import tldextract

from companion.rules.model import Counting

_LINK = 23
_HEAVY = 2
# Code points that weigh one: the ranges of configuration v3.
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))

_GRAPHEME = regex.compile(r"\X")
_EMOJI = regex.compile(
    r"\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}|[0-9#*]\ufe0f?\u20e3"
)
_IN_PATH = r"[\p{L}\p{M}0-9!*';:=+,.$/%#\[\]\-–_~@|&]"
_BRACKETS = rf"\({_IN_PATH}+\)"
_URL = (
    r"(?i)(https?://)?((?:[\p{L}\p{M}0-9](?:[\p{L}\p{M}0-9_-]*[\p{L}\p{M}0-9])?\.)+[a-z]{2,})(?::[0-9]+)?"
    rf"(?:/(?:(?:{_IN_PATH}|{_BRACKETS})*(?:[\p{{L}}\p{{M}}0-9+\-=_#/]|{_BRACKETS}))?)?"
    r"(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?"
)
_NO_LINK_AFTER = regex.compile(r"[A-Za-z0-9@＠$#＃]")
_NO_BARE_LINK_AFTER = regex.compile(r"[-_./]")


def length(text: str, counting: Counting) -> int:
    if counting == "weighted":
        return _weighted(unicodedata.normalize("NFC", text))
    return len(_GRAPHEME.findall(text)) if counting == "graphemes" else len(text)


def _weighted(text: str) -> int:
    total = end = 0
    for start, stop in _links(text):
        total += sum(map(_weight, _GRAPHEME.findall(text[end:start]))) + _LINK
        end = stop
    return total + sum(map(_weight, _GRAPHEME.findall(text[end:])))


def _weight(grapheme: str) -> int:
    if _EMOJI.match(grapheme):
        return _HEAVY
    return sum(1 if any(low <= ord(char) <= high for low, high in _LIGHT) else _HEAVY for char in grapheme)


def _links(text: str) -> list[tuple[int, int]]:
    found = []
    for match in re2.finditer(_URL, text):
        before, scheme = text[max(0, match.start() - 1) : match.start()], match[1]
        if _NO_LINK_AFTER.match(before) or (not scheme and _NO_BARE_LINK_AFTER.match(before)):
            continue
        if match[2].rpartition(".")[2].lower() in _endings():
            found.append(match.span())
    return found


@cache
def _endings() -> frozenset[str]:
    """The last parts of host names, from the list inside tldextract; nothing is fetched."""
    suffixes = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None).tlds
    return frozenset(suffix for suffix in suffixes if "." not in suffix)
