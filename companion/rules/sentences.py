"""Sentences, for `within: sentence`. Simple on purpose: both engines must cut in the same places."""

from __future__ import annotations

import re

# A full stop after these ends no sentence.
ABBREVIATIONS = {
    *("mr", "mrs", "ms", "dr", "st", "ave", "rd", "blvd", "no", "vs", "etc", "sr", "jr", "dept", "capt", "lt", "sgt"),
    *("gov", "rev", "prof", "inc", "co", "e.g", "i.e", "a.m", "p.m", "u.s", "approx", "apt", "ste", "hwy", "pkwy"),
}
_END = re.compile(r"(?:[.!?]+[\"')\]]*(?=\s|$))|\n+")
_LAST_WORD = re.compile(r"[\w.]+$")


def sentences(text: str) -> list[tuple[int, int]]:
    """[start, end) of each sentence, in order, covering the whole text (code points)."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.group().startswith("."):
            word = _LAST_WORD.search(text[max(0, match.start() - 12) : match.start()])
            if word and (word.group().lower() in ABBREVIATIONS or _is_initial(word.group())):
                continue
        found.append((start, match.end()))
        start = match.end()
    if start < len(text) or not found:
        found.append((start, len(text)))
    return found


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha() and word.isupper()
