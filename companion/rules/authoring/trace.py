"""Why a rule says something about a draft, or nothing: every part of its `when`, with what it found.

Parts of `all … within` are asked where most of them hold: the sentence or the neighbourhood that came nearest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from companion.rules.authoring.plain_words import heading, parts, weighed
from companion.rules.compile import Compiled, Keys
from companion.rules.evaluate import Evidence, Match, Span, holds
from companion.rules.load import LoadedRule
from companion.rules.matches import candidates, evaluate, stands_by, sureness
from companion.rules.model import Node


@dataclass(frozen=True)
class Step:
    """One node asked of a draft. `found` are the draft's words, in order; empty for a test that marks none."""

    path: Keys
    words: str
    holds: bool
    found: tuple[str, ...]
    parts: tuple[Step, ...] = ()
    place: str | None = None  # the words the parts were asked in, where that is not the whole draft
    kind: str = "leaf"  # or all, any, not, absent

    @property
    def is_turned_round(self) -> bool:
        """Whether what its parts find speaks against the rule."""
        return self.kind in ("not", "absent")

    @property
    def finds_words(self) -> bool:
        return not self.is_turned_round and (bool(self.found) or any(part.finds_words for part in self.parts))


@dataclass(frozen=True)
class Silenced:
    """Words that an exception took away."""

    path: Keys
    words: tuple[str, ...]


@dataclass(frozen=True)
class Weighed:
    """What one entry of `supports` did for words that were found."""

    path: Keys
    words: str
    said: str
    holds: bool


@dataclass(frozen=True)
class Trace:
    rule: LoadedRule
    applies: bool
    when: Step
    silenced: tuple[Silenced, ...]
    supports: tuple[Weighed, ...]
    sure: tuple[tuple[str, float], ...]
    """How sure the rule is of each of its matches, before `least` counts."""
    found: tuple[str, ...] | None
    """What the rule marks in the end: `()` when it is about the whole text, None when it says nothing."""


def trace(loaded: LoadedRule, evidence: Evidence) -> Trace:
    compiled, context = loaded.compiled, evidence.draft.context
    applies = context.mode in compiled["modes"] and context.surface in compiled["surfaces"]
    matches = holds(compiled["when"], evidence, evidence.whole) if applies else None
    kept, weighing = evaluate(compiled, evidence), candidates(compiled, evidence)
    asked: list[Match | None] = [] if weighing is None else [*weighing] or [None]
    return Trace(
        rule=loaded,
        applies=applies,
        when=_step(loaded.rule.when, compiled["when"], ("when",), evidence, evidence.whole),
        silenced=tuple(_silenced(compiled, matches or [], evidence)),
        supports=tuple(w for match in asked for w in _weighed(loaded, match, evidence)),
        sure=tuple((_word(match, evidence), sureness(compiled, match, evidence)) for match in asked),
        found=None if kept is None else tuple(_words(kept, evidence)),
    )


def _weighed(loaded: LoadedRule, match: Match | None, evidence: Evidence) -> Iterable[Weighed]:
    for index, (support, asked) in enumerate(zip(loaded.rule.supports, loaded.compiled["supports"], strict=True)):
        words = f"{weighed(support)}: {heading(support.when)}"
        yield Weighed(("supports", index), _word(match, evidence), words, stands_by(asked, match, evidence))


def _word(match: Match | None, evidence: Evidence) -> str:
    return evidence.draft.text[match.start : match.end] if match else ""


def _silenced(compiled: Compiled, matches: list[Match], evidence: Evidence) -> Iterable[Silenced]:
    for index, exception in enumerate(compiled["except"]):
        innocent = holds(exception, evidence, evidence.whole) or []
        taken = sorted({m for m in matches if any(m.overlaps(e) for e in innocent)})
        if taken:
            yield Silenced(("except", index), tuple(_words(taken, evidence)))


def _step(node: Node, compiled: Compiled, path: Keys, evidence: Evidence, span: Span) -> Step:
    answer = holds(compiled, evidence, span)
    within = _where(compiled, evidence, span)
    below = [
        _step(part, asked, at, evidence, within)
        for (at, part), questions in zip(parts(node, path), _asked(compiled), strict=False)
        for asked in questions
    ]
    place = None if within == span else evidence.draft.text[within.start : within.end].strip()
    found = tuple(_words(answer or [], evidence))
    return Step(path, heading(node), answer is not None, found, tuple(below), place, _kind(node))


def _kind(node: Node) -> str:
    known = {"all": node.all_, "any": node.any_, "not": node.not_, "absent": node.absent}
    return next((name for name, given in known.items() if given is not None), "leaf")


def _asked(compiled: Compiled) -> list[list[Compiled]]:
    """For each node below, the questions it became: `absent` asks one for each of its sources."""
    if "all" in compiled:
        return [[part] for part in compiled["all"]]
    if "any" in compiled:
        return [[part] for part in compiled["any"]]
    if "not" in compiled:
        return [[compiled["not"]]]
    return [compiled["absent"]] if "absent" in compiled else []


def _where(compiled: Compiled, evidence: Evidence, span: Span) -> Span:
    """Where most parts of an `all` hold together, the first such place."""
    if "all" not in compiled or compiled["within"] == "text":
        return span
    asked = compiled["all"]
    if compiled["within"] == "sentence":
        places = [s for s in evidence.sentences if s.start < span.end and span.start < s.end]
    else:
        places = [evidence.around(m, compiled["within"]) for m in holds(asked[0], evidence, span) or []]
    return max(places, key=lambda s: sum(holds(p, evidence, s) is not None for p in asked), default=span)


def _words(matches: Iterable[Match], evidence: Evidence) -> list[str]:
    return [evidence.draft.text[m.start : m.end] for m in sorted(set(matches))]


def nearest(traces: Iterable[Trace], most: int) -> list[Trace]:
    """Rules that say nothing though little was missing: the silenced first, then those that found most of what they
    look for and lack a single part."""
    quiet = [t for t in traces if t.applies and t.found is None]
    lacking = [t for t in quiet if not t.silenced and t.when.finds_words and _lacks(t.when) == 1]
    lacking.sort(key=lambda t: _finds(t.when), reverse=True)
    return [*(t for t in quiet if t.silenced), *lacking][:most]


def _lacks(step: Step) -> int:
    """How many parts would have to hold as well. Of alternatives only those count in which words were found."""
    if step.holds:
        return 0
    if step.kind == "all":
        return sum(_lacks(part) for part in step.parts) or 1  # each holds, but not together
    if step.kind == "any":
        return min((_lacks(part) for part in step.parts if part.finds_words), default=1)
    return 1


def _finds(step: Step) -> int:
    """In how many tests words were found, in the best of alternatives."""
    if step.is_turned_round or not step.parts:
        return int(step.finds_words)
    counts = [_finds(part) for part in step.parts]
    return max(counts) if step.kind == "any" else sum(counts)
