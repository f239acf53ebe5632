"""`foreword rules explain`: a rule in plain words, or what each of its parts found in a draft."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from companion.assemble import policy_in_use
from companion.cli.rules import chosen, models_for
from companion.draft import Draft
from companion.draft_line import draft_of
from companion.errors import BadDraft
from companion.json_input import parsed
from companion.rules.authoring.plain_words import Said, reach, said, weighed
from companion.rules.authoring.trace import Step, Trace, nearest, trace
from companion.rules.check import check_rule, evidence_for
from companion.rules.load import LoadedRule, Pack

_NEAREST = 3
_SHOWN = 6


def explain(arguments: argparse.Namespace) -> int:
    pack = policy_in_use()
    if arguments.draft is None:
        if not arguments.ids:
            raise BadDraft("Name a rule to explain, or give a draft with --draft TEXT.")
        print("\n\n".join("\n".join(_rule(rule, pack)) for rule in chosen(pack, arguments.ids)))
        return 0
    print("\n\n".join("\n".join(_traced(t)) for t in _traces(pack, _draft(arguments), arguments.ids)) or _NOTHING)
    return 0


_NOTHING = "No rule finds anything in this draft, and none comes near."


def _draft(arguments: argparse.Namespace) -> Draft:
    around = parsed(arguments.context.encode()) if arguments.context else {}
    given = {name: getattr(arguments, name) for name in ("mode", "surface", "site")}
    return draft_of({"text": arguments.draft, "context": around, **given})


def _traces(pack: Pack, draft: Draft, ids: list[str]) -> list[Trace]:
    """Of the rules that were named all; else those that speak, and those that come near."""
    rules = chosen(pack, ids)
    models = models_for(pack, rules)
    traces = [trace(rule, evidence_for(rule, pack, draft, models)) for rule in rules]
    return traces if ids else [*(t for t in traces if t.found is not None), *nearest(traces, _NEAREST)]


def _rule(loaded: LoadedRule, pack: Pack) -> Iterator[str]:
    rule = loaded.rule
    yield f"{loaded.id}  {rule.severity}"
    yield rule.title
    yield f"for: {reach(rule)}"
    for clause in rule.clause:
        yield f"clause {clause}: {pack.file.clauses[clause].text}"
    yield "looks for:"
    yield from _indented(said(rule.when, ("when",)), 1)
    if rule.except_:
        yield "but not where it touches:"
        for index, node in enumerate(rule.except_):
            yield from _indented(said(node, ("except", index)), 1)
    for index, support in enumerate(rule.supports):
        yield f"{weighed(support)}:"
        yield from _indented(said(support.when, ("supports", index, "when")), 1)
    if rule.least:
        yield f"says nothing when less than {rule.least:g} sure"
    yield f"says: {rule.message}"
    yield f"why: {rule.why}"
    for fix in rule.fixes:
        yield f"fix: {fix.label}"
    for contact in rule.contacts:
        yield f"contact: {pack.file.contacts[contact].name}"
    yield _tests(loaded, pack)
    for kind in ("fires", "quiet"):
        yield f"{kind}:"
        for example in loaded.examples(kind):
            around = {"mode": example.mode, "surface": example.surface, "site": example.site, **example.context}
            shown = {name: value for name, value in around.items() if value}
            yield f"  {example.text}" + (f"  {json.dumps(shown, ensure_ascii=False)}" if shown else "")


def _tests(loaded: LoadedRule, pack: Pack) -> str:
    failed = len(check_rule(loaded, pack, models_for(pack, [loaded])))
    counts = f"{len(loaded.rule.fires)} fires, {len(loaded.rule.quiet)} quiet"
    return f"tests: {counts}; {'all come out as written' if not failed else f'{failed} failed'}"


def _indented(one: Said, depth: int) -> Iterator[str]:
    yield "  " * depth + one.words
    for part in one.parts:
        yield from _indented(part, depth + 1)


def _traced(one: Trace) -> Iterator[str]:
    if not one.applies:
        yield f"{one.rule.id}: not asked. It is for: {reach(one.rule.rule)}."
        return
    yield f"{one.rule.id}: {_verdict(one)}"
    yield from _step(one.when, one, 1)
    for silenced in one.silenced:
        line = one.rule.source.place(silenced.path).line
        yield f"  silenced by the exception on line {line}: {_quoted(silenced.words)}"
    for support in one.supports:
        line = one.rule.source.place(support.path).line
        mark, said_of = ("✓" if support.holds else "✗"), f" for “{support.words}”" if support.words else ""
        yield f"  {mark} {support.said}{said_of}  (line {line})"
    if one.rule.rule.supports or one.rule.rule.least:
        for words, sure in one.sure:
            yield f"  {sure:.2f} sure{f' of “{words}”' if words else ''}; {one.rule.rule.least:g} is enough"


def _verdict(one: Trace) -> str:
    if one.found is None:
        return "finds nothing"
    return f"finds {_quoted(one.found)}" if one.found else "finds that the whole text may need a look"


def _step(step: Step, one: Trace, depth: int) -> Iterator[str]:
    line = one.rule.source.place(step.path).line
    found = f": {_quoted(step.found)}" if step.found and not step.parts else ""
    place = f" “{step.place}”" if step.place else ""
    yield f"{'  ' * depth}{'✓' if step.holds else '✗'} {step.words}{place}{found}  (line {line})"
    if not _is_worth_opening(step, depth):
        return
    shown = [part for part in step.parts if part.holds] if step.kind == "any" and step.holds else list(step.parts)
    for part in shown[:_SHOWN]:
        yield from _step(part, one, depth + 1)
    if hidden := len(step.parts) - len(shown[:_SHOWN]):
        yield f"{'  ' * (depth + 1)}({hidden} more)"


def _is_worth_opening(step: Step, depth: int) -> bool:
    """A `not` that holds, and a branch in which nothing was found, are one line each."""
    if step.is_turned_round:
        return not step.holds
    return step.holds or depth == 1 or step.finds_words


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{w}”" for w in dict.fromkeys(words))
