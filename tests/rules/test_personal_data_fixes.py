"""Every fix of every personal-data finding: it clears the finding, raises no other, and leaves a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest

from companion.detectors.personal_data import PersonalData
from companion.draft import Draft
from companion.rules.check import applied
from companion.rules.load import load_pack
from companion.rules.model import Example
from companion.settings import rules_folder

PACK = load_pack(rules_folder(), "smyrna")
DRAFTS = [
    pytest.param(Draft(text=example.text, context=example.as_context(rule.rule.modes, rule.rule.surfaces)), id=rule.id)
    for rule in PACK.rules
    if rule.needs_entities
    for given in rule.rule.fires
    for example in [given if isinstance(given, Example) else Example(text=given)]
]
# Two spaces in a row, a comma after nothing, a lone full stop, an empty bracket, a sentence that ends in “at”.
BROKEN = re.compile(r"\S  \S|^\s*[,;:.]|[,;:] ?[,;:.]|\(\s*\)|\b(?:at|number is|plate is|account is)\s*[.!?]?$")


@lru_cache(maxsize=1)
def detector() -> PersonalData:
    made = PersonalData(PACK)
    made.load()
    return made


# Alone, between other sentences, and as one line of several.
AROUND = ("{}", "Morning, all. {} See you on Friday.", "What happened today:\n{}\nThat is all!")


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("draft", DRAFTS)
def test_a_fix_leaves_neither_a_broken_sentence_nor_another_finding(draft: Draft, around: str) -> None:
    text = draft.text if draft.text[-1:] in ".!?" or around == "{}" else f"{draft.text}."
    draft = draft.model_copy(update={"text": around.format(text)})
    before = detector().detect(draft)
    for finding in before:
        for fix in finding.fixes:
            mended = applied(fix, draft.text)
            after = detector().detect(draft.model_copy(update={"text": mended}))
            known = {f.rule for f in before}
            assert {f.rule for f in after} <= known, (fix.label, mended)
            assert len(after) < len(before), (fix.label, mended)
            assert not BROKEN.search(mended) or BROKEN.search(draft.text), (fix.label, mended)
