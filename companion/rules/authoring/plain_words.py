"""A rule's tests in plain words, for people who read a rule rather than its YAML.

all of these, in one sentence
  a phrase of the list “guesses”
  none of this: one of “announced”, “adopted”
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from companion.draft import SURFACES
from companion.rules.compile import Keys
from companion.rules.model import ContextIs, Level, Node, Rule, Support, WordDistance

_SHOWN = 3
_LONG = 60
_SOURCES: dict[str, str] = {
    "text": "the draft",
    "profile_text": "the profile",
    "reply_to": "the post that is answered",
    "previous_text": "the text as it was published",
    "shared_text": "the post that is shared",
    "shared_author": "the name of whoever wrote the shared post",
    "acting_as": "the account's name",
    "pasted_text": "what was pasted into the draft",
}
_PLACES: tuple[tuple[str, str], ...] = (
    ("mode", "it is written as {}"),
    ("surface", "it is written as {}"),
    ("site", "the site is {}"),
    ("other_site", "the site is known and not {}"),
    ("media", "{} is attached"),
    ("employment", "the writer said that this work is {}"),
)


@dataclass(frozen=True)
class Said:
    """One node in words, and its parts below it."""

    path: Keys
    words: str
    parts: tuple[Said, ...] = ()


def said(node: Node, path: Keys) -> Said:
    if _says_its_part(node):
        return Said(path, heading(node))
    return Said(path, heading(node), tuple(said(part, at) for at, part in parts(node, path)))


def parts(node: Node, path: Keys) -> list[tuple[Keys, Node]]:
    """The nodes right below this one, each with its place in the file."""
    if node.all_ is not None:
        return [((*path, "all", i), part) for i, part in enumerate(node.all_)]
    if node.any_ is not None:
        return [((*path, "any", i), part) for i, part in enumerate(node.any_)]
    if node.not_ is not None:
        return [((*path, "not"), node.not_)]
    if node.absent is not None:
        return [((*path, "absent"), node.absent)]
    return []


def heading(node: Node) -> str:
    """One node in words, without its parts; `not` and `absent` name theirs where it is a single test."""
    if node.all_ is not None:
        return f"all of these{_near(node)}"
    if node.any_ is not None:
        return "at least one of these"
    if node.not_ is not None:
        return f"not {heading(node.not_)}" if _says_its_part(node) else "this is not so"
    if node.absent is not None:
        nowhere = f"nowhere in {_or(_sources(node))}"
        return f"{nowhere}: {heading(node.absent)}" if _says_its_part(node) else nowhere
    if node.context is not None:
        return _context(node.context)
    return _leaf(node)


def _says_its_part(node: Node) -> bool:
    turned_round = node.not_ or node.absent
    return turned_round is not None and not parts(turned_round, ())


def _leaf(node: Node) -> str:
    if node.changed is not None:
        return "the edit says something else than what was published"
    if node.shares_words is not None:
        return f"the draft and {_SOURCES[node.shares_words.source]} have a word in common"
    where = "" if _listed(node.in_) == ["text"] else f", in {_or(_sources(node))}"
    case = ", with these capitals" if node.case else ""
    if node.phrase is not None:
        return f"the words {_quoted(_listed(node.phrase))}{case}{where}"
    if node.pattern is not None:
        return f"the pattern {_quoted(_listed(node.pattern))}{case}{where}"
    if node.lexicon is not None:
        return f"a line of the list “{node.lexicon}”{', however disguised' if node.disguised else ''}{where}"
    if node.entity is not None:
        sure = _sure(node.min_score) if node.min_score else ""
        return f"personal data: {_or(_listed(node.entity))}{sure}"
    return _told(node) or _other(node) + where


def _sure(least: float | Level) -> str:
    return f", with {least} confidence or more" if isinstance(least, str) else f", at least {least:g} sure"


def _told(node: Node) -> str | None:
    """What is not looked for in the words themselves."""
    if node.listed is not None:
        names = _listed(node.listed)
        return "a term of any confidential list" if "any" in names else f"a term of the confidential list {_or(names)}"
    if node.tone is not None:
        sure = _sure(0.5 if node.min_score is None else node.min_score)
        return f"words the tone model takes for {node.tone.replace('_', ' ')}{sure}"
    if node.unlike is not None:
        return f"no sentence that reads like the examples of “{node.unlike}”"
    return None if node.like is None else f"a sentence that reads like the examples of “{node.like}”"


def _other(node: Node) -> str:
    """A leaf this module has no sentence for: its key and value, as the file has them."""
    given = node.model_dump(exclude_defaults=True, by_alias=True, mode="json")
    return ", ".join(f"{key}: {value}" for key, value in given.items() if key != "in")


def _near(node: Node) -> str:
    if isinstance(node.within, WordDistance):
        return f", within {node.within.words} words"
    return ", in one sentence" if node.within == "sentence" else ""


def weighed(support: Support) -> str:
    """`surer by 0.2 where this stands in the same sentence`"""
    more = f"{'surer' if support.confidence >= 0 else 'less sure'} by {abs(support.confidence):g}"
    if isinstance(support.within, WordDistance):
        return f"{more} where this stands within {support.within.words} words"
    return f"{more} where this stands {'in the same sentence' if support.within == 'sentence' else 'anywhere'}"


def _context(wanted: ContextIs) -> str:
    said_of = [
        template.format(_or([str(value) for value in values]))
        for name, template in _PLACES
        if (values := getattr(wanted, name)) is not None
    ]
    said_of += [f"{_SOURCES[source]} is known" for source in wanted.has or ()]
    return " and ".join(said_of) or "always"


def _sources(node: Node) -> list[str]:
    return [_SOURCES[source] for source in _listed(node.in_)]


def _quoted(values: list[str]) -> str:
    shown = " or ".join(f"“{value if len(value) <= _LONG else value[: _LONG - 1] + '…'}”" for value in values[:_SHOWN])
    return shown if len(values) <= _SHOWN else f"{shown} (and {len(values) - _SHOWN} more)"


def _listed(value: Sequence[str] | str) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _or(values: list[str]) -> str:
    return values[0] if len(values) == 1 else f"{', '.join(values[:-1])} or {values[-1]}"


def reach(rule: Rule) -> str:
    """Where a rule looks: `personal and official; post, comment`."""
    surfaces = "everywhere" if set(rule.surfaces) == set(SURFACES) else ", ".join(rule.surfaces)
    return f"{' and '.join(rule.modes)}; {surfaces}"
