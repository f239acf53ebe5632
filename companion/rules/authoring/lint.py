"""Everything that can be said of a pack without a reader: what is broken, untested, never heard, or unlike our tone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from companion.draft import Draft
from companion.errors import Place
from companion.finding import Review
from companion.rules.authoring.remark import Remark
from companion.rules.authoring.seen import (
    company_remarks,
    contradiction_remarks,
    folded_remarks,
    impossible_remarks,
    sibling_remarks,
)
from companion.rules.authoring.style import style_remarks
from companion.rules.authoring.trace import trace
from companion.rules.authoring.untested import untested_remarks
from companion.rules.check import evidence_for, example_draft, with_lists
from companion.rules.evaluate import Models
from companion.rules.load import LoadedRule, Pack
from companion.rules.yaml_source import YamlSource

FEWEST = 6
_NAMES_LIST = re.compile(r"<([a-z0-9-]+)>|\b(?:lexicon|weighty|light): *([a-z0-9-]+)")


def pack_remarks(pack: Pack, root: Path) -> Iterator[Remark]:
    """What concerns the pack as a whole; `root` is its folder."""
    for error in pack.set_aside:
        yield Remark("error", "set aside", error.place, f"{error.message}. This file is not in use")
    source = YamlSource(root / "pack.yaml", f"{pack.id}/pack.yaml")
    cited = {clause for loaded in pack.rules for clause in loaded.rule.clause}
    for clause in pack.file.clauses:
        if clause not in cited:
            words = f"no rule stands for the clause {clause}"
            yield Remark("mend", "clause", source.place(("clauses", clause)), words)
    yield from sibling_remarks(pack)
    yield from _unused_lexicons(pack, root)
    yield from _unused_meanings(pack, root)


def _unused_lexicons(pack: Pack, root: Path) -> Iterator[Remark]:
    texts = [p.read_text("utf-8", "replace") for folder in ("rules", "lexicons") for p in (root / folder).rglob("*.*")]
    named = {name for text in texts for pair in _NAMES_LIST.findall(text) for name in pair if name}
    for path in sorted((root / "lexicons").glob("*.txt")):
        if path.stem not in named:
            yield Remark("note", "lexicon", Place(f"{pack.id}/lexicons/{path.name}", 1), "no rule uses this list")


def _unused_meanings(pack: Pack, root: Path) -> Iterator[Remark]:
    named = {name for loaded in pack.rules for name in loaded.meanings}
    for path in sorted((root / "meanings").glob("*.txt")):
        if path.stem not in named:
            place = Place(f"{pack.id}/meanings/{path.name}", 1)
            yield Remark("note", "meaning", place, "no rule asks for this meaning")


def written_remarks(loaded: LoadedRule) -> Iterator[Remark]:
    """What a rule's file shows without trying it."""
    yield from style_remarks(loaded)
    yield from _few_examples(loaded)
    yield from contradiction_remarks(loaded)
    yield from impossible_remarks(loaded)
    yield from folded_remarks(loaded)


def tried_remarks(
    loaded: LoadedRule, pack: Pack, review: Callable[[Draft], Review], models: Models
) -> Iterator[Remark]:
    """What shows when a rule's own examples are checked."""
    examples = [*loaded.examples("fires"), *loaded.examples("quiet")]
    asked = [(example_draft(example, loaded), with_lists(models, example)) for example in examples]
    yield from untested_remarks(loaded, [trace(loaded, evidence_for(loaded, pack, *each)) for each in asked])
    if not loaded.needs_lists:  # a whole review knows this computer's lists, not those of an example
        yield from company_remarks(loaded, [example_draft(e, loaded) for e in loaded.examples("fires")], review)


def _few_examples(loaded: LoadedRule) -> Iterator[Remark]:
    for kind in ("fires", "quiet"):
        count = len(loaded.examples(kind))
        if count < FEWEST:
            words = f"{count} examples under `{kind}`; {FEWEST} of different wording show what a rule means"
            yield Remark("mend", "examples", loaded.source.place((kind,)), words)
