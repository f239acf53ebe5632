"""Rules → plain data with RE2 patterns: what both engines run, and what `POST /v1/policy` sends.

Beside what the rule's file says, `supports` is a list of {"when": node, "within": …, "confidence": n}. A compiled node
is one of
    {"match": [re2…], "disguised": bool, "in": source}           {"entity": [type…], "min_score": n}
    {"tone": class, "min_score": n, "in": source}
    {"like": meaning}     {"listed": [list…]}     {"context": {…}}              {"absent": [node for each source]}
    {"changed": source, "weighty": [word…], "light": [word…]}    {"shares_words": source, "light": [word…]}
    {"all": [node…], "within": "text" | "sentence" | words}      {"any": [node…]}     {"not": node}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any

import re2

from companion.folding import folding_table
from companion.rules import phrase
from companion.rules.model import Node, Rule, Source, Support, Within, WordDistance

if TYPE_CHECKING:
    from companion.rules.protected import GuardFile

Compiled = dict[str, Any]
Keys = tuple[str | int, ...]
_WORD_SETS = ("weighty", "light")
LexiconReader = Callable[[str], Mapping[str, int]]
"""Lexicon name → its terms and the line each stands on; raises KeyError when there is none of that name."""


class CompileError(ValueError):
    """`path` leads to the part of the rule that is wrong; `line`, if given, to a lexicon and its line."""

    def __init__(self, path: Keys, message: str, line: tuple[str, int] | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.line = line


def compile_rule(rule_id: str, rule: Rule, lexicon: LexiconReader) -> Compiled:
    """Everything an engine needs; raises CompileError."""
    for index, fix in enumerate(rule.fixes):
        _phrases([*fix.also_before, *fix.also_after], "", ("fixes", index), _no_lexicon)
    shown = rule.model_dump(mode="json", exclude={"when", "except_", "supports", "fires", "quiet"}, by_alias=True)
    return {
        "id": rule_id,
        **shown,
        "when": _node(rule.when, ("when",), lexicon),
        "except": [_node(n, ("except", i), lexicon) for i, n in enumerate(rule.except_)],
        "supports": [_support(s, ("supports", i), lexicon) for i, s in enumerate(rule.supports)],
    }


def compile_guard(name: str, guard: GuardFile, lexicon: LexiconReader) -> Compiled:
    """As a rule's, without what is said of matches; raises CompileError."""
    shown = guard.model_dump(mode="json", include={"line", "modes", "surfaces", "silences", "assures"})
    return {
        "id": name,
        **shown,
        "when": _node(guard.when, ("when",), lexicon),
        "except": [_node(n, ("except", i), lexicon) for i, n in enumerate(guard.except_)],
    }


def meanings_in(node: object) -> frozenset[str]:
    """What the `like` leaves of something compiled name."""
    if isinstance(node, dict):
        own = frozenset([node["like"]] if isinstance(node.get("like"), str) else ())
        return own.union(*map(meanings_in, node.values()))
    return frozenset().union(*map(meanings_in, node)) if isinstance(node, list) else frozenset()


def _support(support: Support, path: Keys, lexicon: LexiconReader) -> Compiled:
    when = _node(support.when, (*path, "when"), lexicon)
    return {"when": when, "within": _reach(support.within), "confidence": support.confidence}


def _reach(within: Within) -> str | int:
    return within.words if isinstance(within, WordDistance) else within or "text"


def _node(node: Node, path: Keys, lexicon: LexiconReader, only: Source | None = None) -> Compiled:
    """`only` overrides every `in` below it: an `absent` asks the same question of each of its sources."""
    if node.all_ is not None:
        parts = [_node(n, (*path, "all", i), lexicon, only) for i, n in enumerate(node.all_)]
        return {"all": parts, "within": _reach(node.within)}
    if node.any_ is not None:
        return {"any": [_node(n, (*path, "any", i), lexicon, only) for i, n in enumerate(node.any_)]}
    if node.not_ is not None:
        return {"not": _node(node.not_, (*path, "not"), lexicon, only)}
    sources = [only] if only else [node.in_] if isinstance(node.in_, str) else list(node.in_)
    if node.absent is not None:
        return {"absent": [_node(node.absent, (*path, "absent"), lexicon, source) for source in sources]}
    about = _about(node, path, lexicon)
    if about is not None:
        return about
    looked_for = _match(node, path, lexicon)
    if len(sources) == 1:
        return looked_for | {"in": sources[0]}
    return {"any": [looked_for | {"in": source} for source in sources]}


def _about(node: Node, path: Keys, lexicon: LexiconReader) -> Compiled | None:
    """Leaves that ask something else than where words stand; None for the others."""
    if node.context is not None:
        return {"context": node.context.model_dump(mode="json", exclude_none=True)}
    if node.changed is not None:
        sets = {name: _words(getattr(node.changed, name), (*path, "changed", name), lexicon) for name in _WORD_SETS}
        return {"changed": "previous_text", **sets}
    if node.shares_words is not None:
        light = _words(node.shares_words.light, (*path, "shares_words", "light"), lexicon)
        return {"shares_words": node.shares_words.source, "light": light}
    if node.like is not None:
        return {"like": node.like}
    if node.unlike is not None:
        return {"not": {"like": node.unlike}}
    if node.listed is not None:
        return {"listed": _listed(node.listed)}
    if node.entity is not None:
        return {"entity": _listed(node.entity), "min_score": node.min_score or 0.0}
    return None


def _match(node: Node, path: Keys, lexicon: LexiconReader) -> Compiled:
    flags = "" if node.case else "(?i)"
    if node.phrase is not None:
        patterns = _phrases(_listed(node.phrase), flags, (*path, "phrase"), lexicon)
        return {"match": patterns, "disguised": False}
    if node.tone is not None:
        return {"tone": node.tone, "min_score": 0.5 if node.min_score is None else node.min_score}
    if node.pattern is not None:
        patterns = [_checked(flags + p, (*path, "pattern", i)) for i, p in enumerate(_listed(node.pattern))]
        return {"match": patterns, "disguised": False}
    return _lexicon(node, (*path, "lexicon"), lexicon)


def _lexicon(node: Node, path: Keys, lexicon: LexiconReader) -> Compiled:
    name = str(node.lexicon)
    terms = _terms(name, path, lexicon)
    if not node.disguised:
        return {"match": _phrases(list(terms), "(?i)", path, lexicon, inside=(name,)), "disguised": False}
    table = folding_table()
    whole = (_with_lists(term, path, lexicon, inside=(name,)) for term in terms)
    found = [d for term in whole for spelling in _spellings(term, path) for d in phrase.disguises(spelling, table)]
    return {"match": ["(?i)" + "|".join(found)], "disguised": True}


def _words(name: str, path: Keys, lexicon: LexiconReader) -> list[str]:
    """A lexicon's single words, as texts are compared by them."""
    found = [s.lower() for term in _terms(name, path, lexicon) for s in _spellings(term, path)]
    if wrong := next((word for word in found if " " in word or "*" in word), None):
        raise CompileError(path, f"“{wrong}” in the lexicon “{name}”: only single, whole words can be compared")
    return sorted(set(found))


def _terms(name: str, path: Keys, lexicon: LexiconReader) -> Mapping[str, int]:
    try:
        return lexicon(name)
    except KeyError:
        raise CompileError(path, f"there is no lexicon named “{name}”") from None


def _spellings(term: str, path: Keys) -> list[str]:
    try:
        return phrase.spellings(phrase.parse(term))
    except phrase.PhraseError as error:
        raise CompileError(path, f"“{term}”: {error}") from None


_LIST = re.compile(r"<([a-z0-9-]+)>")


def _with_lists(text: str, path: Keys, lexicon: LexiconReader, inside: tuple[str, ...] = ()) -> str:
    """A phrase with every `<name>` written out: one of the lines of lexicons/name.txt."""

    def lines(named: re.Match[str]) -> str:
        name = named[1]
        here = (inside[-1], lexicon(inside[-1])[text]) if inside else None
        if name in inside:
            circle = " → ".join((*inside[inside.index(name) :], name))
            raise CompileError(path, f"a list cannot hold itself: {circle}; take “<{name}>” out of this line", here)
        try:
            terms = lexicon(name)
        except KeyError:
            raise CompileError(path, f"there is no lexicon named “{name}”", here) from None
        return "(" + "|".join(_with_lists(term, path, lexicon, (*inside, name)) for term in terms) + ")"

    return _LIST.sub(lines, text)


def _no_lexicon(name: str) -> Mapping[str, int]:
    raise KeyError(name)


def _phrases(
    phrases: list[str], flags: str, path: Keys, lexicon: LexiconReader, inside: tuple[str, ...] = ()
) -> list[str]:
    """One alternation for all of them: one pass over the text. `inside` names the list they stand in."""
    parts = []
    for text in phrases:
        try:
            parts.append(_as_re2(_with_lists(text, path, lexicon, inside)))
        except phrase.PhraseError as error:
            raise CompileError(path, f"“{text}”: {error}") from None
    # Every phrase has one place for the words it marks, and RE2 wants names that differ.
    numbers = count(1)
    named = re.sub(r"\(\?P<words>", lambda _: f"(?P<words{next(numbers)}>", "|".join(parts))
    return [flags + named]


@lru_cache(maxsize=20_000)  # many rules read the same lexicons, and the companion listens only when all are read
def _as_re2(text: str) -> str:
    elements = phrase.parse(text)
    return phrase.bounded(phrase.to_re2(elements), elements)


def _checked(pattern: str, path: Keys) -> str:
    """For what an author wrote as RE2; what is made of phrases is valid, and compiled when the detectors load."""
    try:
        compiled(pattern, longest=False)
    except re2.error as error:
        said = _said(error)
        hint = next((f"; {mend}" for words, mend in _HINTS.items() if words in said), "")
        raise CompileError(path, f"this pattern is not valid RE2: {said}{hint}") from None
    return pattern


_HINTS = {
    "invalid perl operator": "RE2 has no look-around: say it with `not` or `except`",
    "invalid escape sequence": "RE2 has no back-references; a sign is written with one backslash",
    "too large": "repeat less: {1,100} inside {1,100} is ten thousand",
    "bad repetition": "repeat 1,000 times at most",
    "missing )": "a bracket is never closed",
    "unexpected )": "a bracket was never opened",
}


def _said(error: re2.error) -> str:
    said = error.args[0]
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


def compiled(pattern: str, *, longest: bool) -> Any:
    """A google-re2 pattern object."""
    return re2.compile(pattern, options=options(longest=longest))


def options(*, longest: bool) -> Any:
    """64 MiB of automaton at most, else RE2 itself falls back to a slower walk."""
    chosen = re2.Options()
    chosen.max_mem = 64 << 20
    chosen.longest_match = longest
    chosen.log_errors = False
    return chosen


def _listed(value: list[str] | str) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
