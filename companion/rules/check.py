"""Runs every rule's own tests: what must fire, what must stay quiet, and that each fix mends what it promises.

    failures = check_rule(rule, pack, models)

`models` find what only a model can tell; rules without such a leaf never ask them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from companion.draft import Draft
from companion.errors import Place
from companion.finding import Finding, Fix
from companion.lists.matching import OpenList, hits
from companion.rules.evaluate import Evidence, Models
from companion.rules.findings import findings
from companion.rules.load import LoadedRule, Pack
from companion.rules.model import Example
from companion.rules.protected import Guard


@dataclass(frozen=True)
class Failure:
    """One test of a rule that did not come out as written."""

    rule: str
    place: Place
    example: str
    expected: str
    got: str

    def __str__(self) -> str:
        shown = (("draft", self.example), ("expected", self.expected), ("got", self.got))
        return f"{self.place}: {self.rule}" + "".join(f"\n    {what:<9} {words}" for what, words in shown)


def check_rule(loaded: LoadedRule, pack: Pack, models: Models) -> list[Failure]:
    """Every failing example of one rule, in the file's order."""
    return [*_fires(loaded, pack, models), *_quiet(loaded, pack, models)]


def check_guard(guard: Guard, pack: Pack, models: Models) -> list[Failure]:
    """What has to be protected, and what has not."""
    wanted = {"fires": ("protected speech", "none"), "quiet": ("nothing", "protected speech")}
    failures = []
    for kind, (expected, got) in wanted.items():
        for index, example in enumerate(guard.file.examples(kind)):
            context = example.as_context(guard.file.modes, guard.file.surfaces)
            draft = Draft(text=example.text, context=context)
            if guard.holds(Evidence(draft, pack.site_id(draft), readings=models.readings)) != (kind == "fires"):
                place = guard.source.place([kind, index])
                failures.append(Failure(f"protected/{guard.id}", place, example.text, expected, got))
    return failures


def _fires(loaded: LoadedRule, pack: Pack, models: Models) -> Iterator[Failure]:
    for index, example in enumerate(loaded.examples("fires")):
        place = loaded.source.place(["fires", index])
        draft, known = example_draft(example, loaded), with_lists(models, example)
        found = _ask(loaded, pack, draft, known)
        if not found:
            yield Failure(loaded.id, place, example.text, "a finding", "none")
            continue
        marked = [_words(f, draft) for f in found]
        wanted = [example.words] if isinstance(example.words, str) else example.words
        if wanted is not None and marked != wanted:
            yield Failure(loaded.id, place, example.text, f"words {wanted}", f"words {marked}")
        severity = found[0].severity
        if example.severity is not None and severity != example.severity:
            yield Failure(loaded.id, place, example.text, f"severity {example.severity}", severity)
        for finding in found:
            yield from _unmended(loaded, pack, draft, finding, known, place)


def _quiet(loaded: LoadedRule, pack: Pack, models: Models) -> Iterator[Failure]:
    for index, example in enumerate(loaded.examples("quiet")):
        draft = example_draft(example, loaded)
        found = _ask(loaded, pack, draft, with_lists(models, example))
        if found:
            words = ", ".join(repr(_words(f, draft)) for f in found)
            yield Failure(loaded.id, loaded.source.place(["quiet", index]), example.text, "nothing", words)


def _unmended(
    loaded: LoadedRule, pack: Pack, draft: Draft, finding: Finding, models: Models, place: Place
) -> Iterator[Failure]:
    before = len(_ask(loaded, pack, draft, models))
    for fix in finding.fixes:
        mended = draft.model_copy(update={"text": applied(fix, draft.text)})
        if len(_ask(loaded, pack, mended, models)) >= before:
            yield Failure(loaded.id, place, draft.text, f"“{fix.label}” clears the finding", repr(mended.text))


def applied(fix: Fix, text: str) -> str:
    """The text after a fix; spans count code points."""
    return text[: fix.start] + fix.replacement + text[fix.end :]


def example_draft(example: Example, loaded: LoadedRule) -> Draft:
    return Draft(text=example.text, context=example.as_context(loaded.rule.modes, loaded.rule.surfaces))


def with_lists(models: Models, example: Example) -> Models:
    """The example's own lists; what this computer keeps is nobody's test."""
    lists = [OpenList(name, terms) for name, terms in example.lists.items()]
    return replace(models, listed=lambda text: hits(text, lists))


def evidence_for(loaded: LoadedRule, pack: Pack, draft: Draft, models: Models) -> Evidence:
    """What one rule is asked about a draft."""
    found = models.entities(draft.text) if loaded.needs_entities else ()
    listed = models.listed(draft.text) if loaded.needs_lists else ()
    return Evidence(draft, pack.site_id(draft), found, models.readings, listed, models.tone)


def _ask(loaded: LoadedRule, pack: Pack, draft: Draft, models: Models) -> list[Finding]:
    return findings([loaded], evidence_for(loaded, pack, draft, models), pack, "rule test")


def _words(finding: Finding, draft: Draft) -> str:
    return "" if finding.start is None else draft.text[finding.start : finding.end]
