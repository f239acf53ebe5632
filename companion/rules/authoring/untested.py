"""Parts of a rule that none of its own examples exercises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from companion.rules.authoring.plain_words import said
from companion.rules.authoring.remark import Remark
from companion.rules.authoring.trace import Step, Trace
from companion.rules.compile import Keys
from companion.rules.load import LoadedRule
from companion.rules.model import Node


def untested_remarks(loaded: LoadedRule, traces: Iterable[Trace]) -> Iterator[Remark]:
    """`traces` are those of all the rule's examples."""
    listed = [t for t in traces if t.applies]
    speaking = [step for t in listed if t.found is not None for step in _steps(t.when)]
    everywhere = [step for t in listed for step in _steps(t.when)]
    held_when_found = {step.path for step in speaking if step.holds}
    held_once = {step.path for step in everywhere if step.holds}
    failed_once = {step.path for step in everywhere if not step.holds}
    silenced = {s.path for t in listed for s in t.silenced}
    for path, node, turned in _branches(loaded.rule.when, ("when",), turned=False):
        if path not in (held_once if turned else held_when_found):
            yield _remark(loaded, path, f"no example holds this branch: {said(node, path).words}")
    for path, node in _turned_round(loaded.rule.when, ("when",)):
        if path not in failed_once:
            yield _remark(loaded, path, f"no example is kept quiet by this: {said(node, path).words}")
    helped = {w.path for t in listed for w in t.supports if w.holds}
    for index, support in enumerate(loaded.rule.supports):
        if ("supports", index) not in helped:
            words = f"no example has this evidence: {said(support.when, ()).words}"
            yield _remark(loaded, ("supports", index), words)
    for index, node in enumerate(loaded.rule.except_):
        if ("except", index) not in silenced:
            words = f"no example is silenced by this exception: {said(node, ()).words}"
            yield _remark(loaded, ("except", index), words)


def _steps(step: Step) -> Iterator[Step]:
    yield step
    for part in step.parts:
        yield from _steps(part)


def _branches(node: Node, path: Keys, *, turned: bool) -> Iterator[tuple[Keys, Node, bool]]:
    """Every branch of every `any`, and whether it stands under a `not` or `absent`."""
    for index, part in enumerate(node.any_ or ()):
        yield (*path, "any", index), part, turned
        yield from _branches(part, (*path, "any", index), turned=turned)
    for index, part in enumerate(node.all_ or ()):
        yield from _branches(part, (*path, "all", index), turned=turned)
    for key, below in (("not", node.not_), ("absent", node.absent)):
        if below is not None:
            yield from _branches(below, (*path, key), turned=True)


def _turned_round(node: Node, path: Keys) -> Iterator[tuple[Keys, Node]]:
    """Every `not` and `absent`, the outermost ones."""
    if node.not_ is not None or node.absent is not None:
        yield path, node
        return
    for key, below in (("all", node.all_), ("any", node.any_)):
        for index, part in enumerate(below or ()):
            yield from _turned_round(part, (*path, key, index))


def _remark(loaded: LoadedRule, path: Keys, words: str) -> Remark:
    return Remark("note", "untested", loaded.source.place(path), words)
