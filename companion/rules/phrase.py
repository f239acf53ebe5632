"""The phrase language of rules and lexicons, and its translation to RE2.

council will approve          these words, any case, any white space between; apostrophes are optional
speculat*                     * at the end of a word: any ending
I (just|) heard               one of these, or nothing
council ... (approve|deny)    up to six words between, in the same sentence
she is a [total liar]         only the words in square brackets are marked
you are (a|an) <insults>      one line of lexicons/insults.txt (written out by compile.py)
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from companion.folding import FoldingTable, fold

_GAP = r"(?:[\s,;:()\"-]+[^\s.!?]+){0,6}?[\s,;:()\"-]+"
_SPACE = r"[\s,]+"


class PhraseError(ValueError):
    """The phrase cannot be read; the message says what is wrong."""


@dataclass(frozen=True)
class Letters:
    text: str


@dataclass(frozen=True)
class Ending:
    """`*`"""


@dataclass(frozen=True)
class Space:
    pass


@dataclass(frozen=True)
class Gap:
    """`...`"""


@dataclass(frozen=True)
class OneOf:
    choices: tuple[tuple[Element, ...], ...]

    @property
    def optional(self) -> bool:
        return any(not choice for choice in self.choices)


@dataclass(frozen=True)
class Marked:
    """`[…]`"""

    elements: tuple[Element, ...]


Element = Letters | Ending | Space | Gap | OneOf | Marked
Elements = tuple[Element, ...]

_TOKEN = re.compile(r"\s*\.\.\.\s*|\s+|[()|*\[\]]|(?:(?!\.\.\.)[^\s()|*\[\]])+")


@lru_cache(maxsize=20_000)  # a lexicon's lines are read once by themselves and once in each rule
def parse(phrase: str) -> Elements:
    """Read a phrase; raises PhraseError."""
    tokens = deque(_TOKEN.findall(fold(phrase.strip().replace("…", "...")).text))
    elements = _sequence(tokens, closing="")
    if tokens:
        raise PhraseError(f"“{tokens[0]}” has no opening bracket before it")
    if not any(isinstance(e, Letters | OneOf | Marked) for e in elements):
        raise PhraseError("a phrase needs at least one word")
    return elements


def _sequence(tokens: deque[str], *, closing: str) -> Elements:
    """Takes tokens up to the next `)`, `|` or `]` of its own level and leaves that one."""
    out: list[Element] = []
    while tokens:
        if tokens[0] in ")|]":
            if tokens[0] == "|" and closing != ")":
                raise PhraseError("“|” stands between the choices of a bracket: (this|that)")
            if closing and tokens[0] not in closing + "|":
                raise PhraseError(f"“{tokens[0]}” closes a bracket of another kind")
            return tuple(out)
        token = tokens.popleft()
        if token == "(":  # noqa: S105 - brackets, no secrets
            out.append(_choices(tokens))
        elif token == "[":  # noqa: S105
            out.append(Marked(_stripped(_sequence(tokens, closing="]"))))
            tokens.popleft()
        elif token == "*":  # noqa: S105
            out.append(Ending())
        elif "..." in token:
            out.append(Gap())
        elif token.isspace():
            out.append(Space())
        elif out and isinstance(out[-1], Letters):
            out[-1] = Letters(out[-1].text + token)
        else:
            out.append(Letters(token))
    if closing:
        raise PhraseError(f"a bracket “{'(' if closing == ')' else '['}” is never closed")
    return tuple(out)


def _choices(tokens: deque[str]) -> OneOf:
    choices: list[Elements] = []
    while True:
        choices.append(_stripped(_sequence(tokens, closing=")")))
        if tokens.popleft() == ")":
            return OneOf(tuple(choices))


def _stripped(elements: Elements) -> Elements:
    if elements and isinstance(elements[0], Space):
        elements = elements[1:]
    if elements and isinstance(elements[-1], Space):
        elements = elements[:-1]
    return elements


def to_re2(elements: Elements, letters: Callable[[str], str] | None = None) -> str:
    """RE2 syntax for the elements, without word boundaries at the ends."""
    spell = letters or _spelled
    parts: list[str] = []
    index = 0
    while index < len(elements):
        element = elements[index]
        following = elements[index + 1] if index + 1 < len(elements) else None
        if isinstance(element, OneOf):
            alternatives = "|".join(to_re2(choice, spell) for choice in element.choices if choice)
            if not element.optional:
                parts.append(f"(?:{alternatives})")
            # A word that may be missing takes one neighbouring space with it: the one before, else the one after.
            elif parts and parts[-1] == _SPACE:
                parts[-1] = f"(?:{_SPACE}(?:{alternatives}))?"
            # An ending (`fire(s|) out`) belongs to its word and takes none.
            elif isinstance(following, Space) and not _ends_a_word(elements, index):
                parts.append(f"(?:(?:{alternatives}){_SPACE})?")
                index += 1
            else:
                parts.append(f"(?:{alternatives})?")
        elif isinstance(element, Letters):
            parts.append(spell(element.text))
        elif isinstance(element, Marked):
            parts.append(f"(?P<words>{to_re2(element.elements, spell)})")
        else:
            parts.append({Ending: r"\w*", Space: _SPACE, Gap: _GAP}[type(element)])
        index += 1
    return "".join(parts)


def _ends_a_word(elements: Elements, index: int) -> bool:
    return index > 0 and isinstance(elements[index - 1], Letters | OneOf | Marked)


@lru_cache(maxsize=20_000)
def _spelled(word: str) -> str:
    out = []
    for char in word:
        if char == "'":
            out.append("'?")
        elif char == "-":
            out.append(r"[-\s]?")
        else:
            out.append(re.escape(char))
    return "".join(out)


def bounded(pattern: str, elements: Elements) -> str:
    """Add \\b at ends that are word characters."""
    return f"{_boundary(elements, first=True)}(?:{pattern}){_boundary(elements, first=False)}"


def _boundary(elements: Elements, *, first: bool) -> str:
    edge = elements[0 if first else -1]
    if isinstance(edge, Marked):
        return _boundary(edge.elements, first=first)
    if isinstance(edge, Letters):
        char = edge.text[0 if first else -1]
        return r"\b" if char.isalnum() or char == "_" else ""
    return "" if isinstance(edge, Gap) else r"\b"


def spellings(elements: Elements) -> list[str]:
    """Every plain spelling of a phrase without gaps: `(a|b) c` → ["a c", "b c"]. `*` stays at the end of words."""
    options: list[list[str]] = []
    for element in elements:
        if isinstance(element, Letters):
            options.append([element.text])
        elif isinstance(element, OneOf):
            options.append([s for choice in element.choices for s in (spellings(choice) if choice else [""])])
        elif isinstance(element, Marked):
            options.append(spellings(element.elements))
        elif isinstance(element, Gap):
            raise PhraseError("a disguised lexicon cannot hold “...”")
        else:
            options.append(["*" if isinstance(element, Ending) else " "])
    return [" ".join("".join(choice).split()) for choice in product(*options)]


def disguises(spelling: str, table: FoldingTable) -> list[str]:
    """RE2 patterns (no boundaries) for one spelling as people disguise it.

    Substituted and repeated letters (1d1ooot), blanked inner letters (id**t, f***), letters set apart (i d i o t).
    """
    words = spelling.split(" ")
    tight = r"[\s_-]*".join(_tight(word, table) for word in words)
    found = [tight]
    masks = re.escape(table.masks)
    if len(words) == 1:
        stem, ending = (spelling[:-1], r"\w*") if spelling.endswith("*") else (spelling, "")
        letters = [c for c in stem if c.isalnum()]
        if len(letters) >= 3:
            inner = "".join(f"[{_class(c, table)}{masks}]" for c in letters[1:-1])
            found.append(_class_of(letters[0], table) + inner + _class_of(letters[-1], table) + ending)
            blanks = rf"[{masks}]" * (len(letters) - 2)
            found.append(_class_of(letters[0], table) + f"[{_class(letters[1], table)}{masks}]" + blanks + ending)
        if len(letters) >= 4:
            apart = f"[{re.escape(table.separators)}]"
            found.append(f"{apart}".join(_class_of(c, table) for c in letters))
    return found


def _tight(word: str, table: FoldingTable) -> str:
    out = []
    for char in word:
        if char == "*":
            out.append(r"\w*")
        elif char in "'-":
            out.append(r"['\s-]?")
        else:
            out.append(_class_of(char, table) + "+")
    return "".join(out)


def _class_of(char: str, table: FoldingTable) -> str:
    return f"[{_class(char, table)}]"


def _class(char: str, table: FoldingTable) -> str:
    return re.escape(char.lower()) + re.escape(table.substitutes.get(char.lower(), ""))
