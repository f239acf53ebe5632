"""A text as the tone model reads it, with the way back: `reading("1d10t 🤡").text` is "idiot  clown face ".

After folding (companion/folding.py), links and names of accounts become one word each, emoji their Unicode names,
drawn-out letters short (stuuupid), and disguised words plain (1d1ot, i.d.i.o.t, id**t) where a known word (words/) can
be meant.
Spans count code points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from companion.folding import Folded, fold

WORDS = Path(__file__).parent / "words"

_LEET = str.maketrans("013457@$!|+", "oieastasiit")
_MASKS = "*#_-"
_KEEPS_TWO = "eolsgf"
_PART = re.compile(
    r"(?P<link>https?://\S+|www\.\S+)"
    r"|(?P<account>(?<!\w)@\w+)"
    r"|(?P<spaced>(?<![\w'])\w(?:[ .\-_*]\w){2,}(?![\w']))"
    r"|(?P<word>[\w$@!+|][\w$@!+|*#\-]*[\w$*#]|\w+)"
    r"|(?P<sign>[^\x00-\x7f])"
)
_OTHER_NAMES = {"hocho": "knife", "reversed hand with middle finger extended": "middle finger", "pistol": "gun"}
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """The text the model reads; each of its characters comes from [starts[i], ends[i]) of the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """[start, end) of the reading, not empty → the original."""
        return self.starts[start], self.ends[end - 1]


def reading(text: str) -> Reading:
    """O(length)."""
    folded = fold(text)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for words, start, end in _parts(folded):
        out.append(words)
        if words == folded.text[start:end]:  # unchanged: every character knows its own place
            places = [folded.original(place, place + 1) for place in range(start, end)] if folded.starts else None
            starts.extend(range(start, end) if places is None else [first for first, _ in places])
            ends.extend(range(start + 1, end + 1) if places is None else [last for _, last in places])
        else:
            first, last = folded.original(start, end)
            starts.extend([first] * len(words))
            ends.extend([last] * len(words))
    return Reading("".join(out), tuple(starts), tuple(ends))


def _parts(folded: Folded) -> Iterator[tuple[str, int, int]]:
    text, here = folded.text, 0
    for found in _PART.finditer(text):
        if found.start() > here:
            yield text[here : found.start()], here, found.start()
        yield _plain(str(found.lastgroup), found.group()), found.start(), found.end()
        here = found.end()
    if here < len(text):
        yield text[here:], here, len(text)


def _plain(kind: str, part: str) -> str:
    match kind:
        case "link":
            return "url"
        case "account":
            return "@user"
        case "sign":
            return _sign(part)
        case "spaced":
            joined = re.sub(r"[ .\-_*]", "", part).translate(_LEET).lower()
            return joined if joined in known_words() else part
        case _:
            return _word(part)


@cache
def _sign(sign: str) -> str:
    """An emoji is its name; letters of other scripts stay what they are."""
    if unicodedata.category(sign) == "Sk" or not unicodedata.category(sign).startswith("S"):
        return " " if "\U0001f3fb" <= sign <= "\U0001f3ff" else sign
    name = unicodedata.name(sign, "").lower()
    return f" {_OTHER_NAMES.get(name, name.removesuffix(' sign'))} "


def _word(part: str) -> str:
    short = _DRAWN_OUT.sub(lambda m: m[1] * (2 if m[1].lower() in _KEEPS_TWO else 1), part)
    if short.isalpha():
        return short
    plain = short.translate(_LEET).lower().rstrip("!")
    if plain in known_words() and not short.isdigit():
        return plain
    return _unmasked(short.lower()) or short


@cache
def _unmasked(part: str) -> str | None:
    """`id**t` → the first known word of this length with these letters."""
    if not any(mark in part for mark in _MASKS[:2]) or len(part) < 4 or not part[0].isalpha():
        return None
    shape = re.compile("".join("[a-z]" if c in _MASKS else re.escape(c) for c in part.translate(_LEET)))
    return next((word for word in known_words() if shape.fullmatch(word)), None)


@cache
def known_words() -> dict[str, None]:
    """The words worth finding in disguise, coarse ones first."""
    order = ("obscene", "identity_attack", "insult", "threat", "named")
    return dict.fromkeys(word for name in order for word in read_words(name))


def read_words(name: str) -> list[str]:
    """words/<name>.txt without its comments."""
    lines = (WORDS / f"{name}.txt").read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
