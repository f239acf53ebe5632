"""Every fix of every personal-data finding: it clears the finding, raises no other, and leaves a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest

from companion.detectors.personal_data import PersonalData
from companion.detectors.wording import Wording
from companion.draft import Draft
from companion.rules.check import applied
from companion.rules.load import load_pack
from companion.rules.model import Example
from companion.settings import rules_folder

PACKS = {name: load_pack(rules_folder(), name) for name in ("smyrna", "fernhollow")}
DRAFTS = [
    pytest.param(
        name,
        Draft(text=example.text, context=example.as_context(rule.rule.modes, rule.rule.surfaces)),
        id=f"{name}-{rule.id}",
    )
    for name, pack in PACKS.items()
    for rule in pack.rules
    if rule.needs_entities
    for given in rule.rule.fires
    for example in [given if isinstance(given, Example) else Example(text=given)]
]
# Two spaces in a row, punctuation after nothing or in pairs, an empty bracket, empty quotes.
BROKEN = re.compile(r"\S  \S|^\s*[,;:.!?]|[,;:] ?[,;:.!?]|\( ?\)|\[ ?\]|“ ?”|\" ?\"|\s[.,;:!?](?!\w)|\n[,;:.]")
# A clause that ends in “at”, “his” or “is”, and one that begins in the middle.
DANGLING = re.compile(
    r"\b(?:at|in|on|to|from|of|by|with|for|near|is|was|are|under|via|number|no|a|an|the|and|or|but|who|his|her|their|my|your"
    r"|our|aged|age|tag|plate|account|address|el|su|mi|es|para|'s)\s*(?=[.,;:!?)”\"]|$)"
    r"|(?:^|[.!?]\s+)(?:is|was|has|have|needs|keeps|and|or|but|if|ran|wrote)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=2)
def detector(pack: str = "smyrna") -> PersonalData:
    made = PersonalData(PACKS[pack])
    made.load()
    return made


@lru_cache(maxsize=2)
def wording(pack: str) -> Wording:
    made = Wording(PACKS[pack])
    made.load()
    return made


# Alone, between other sentences, and as one line of several.
AROUND = ("{}", "Morning, all. {} See you on Friday.", "What happened today:\n{}\nThat is all!")


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize(("pack", "draft"), DRAFTS)
def test_a_fix_leaves_neither_a_broken_sentence_nor_another_finding(pack: str, draft: Draft, around: str) -> None:
    text = draft.text if draft.text[-1:] in ".!?" or around == "{}" else f"{draft.text}."
    draft = draft.model_copy(update={"text": around.format(text)})
    before = detector(pack).detect(draft)
    for finding in before:
        for fix in finding.fixes:
            mended = applied(fix, draft.text)
            after = detector(pack).detect(draft.model_copy(update={"text": mended}))
            known = {f.rule for f in before}
            assert {f.rule for f in after} <= known, (fix.label, mended)
            assert len(after) < len(before), (fix.label, mended)
            same = [sum(f.rule == finding.rule for f in found) for found in (before, after)]
            assert same[1] < same[0], (fix.label, mended)
            for sign in (BROKEN, DANGLING):
                assert len(sign.findall(mended)) <= len(sign.findall(draft.text)), (fix.label, mended)


@pytest.mark.parametrize(
    ("text", "label", "mended"),
    [
        ("404 555 0129 keeps calling us", "Remove the number", "[removed] keeps calling us"),
        (
            "Coach Moss's cell is 770-555-0156 if you must",
            "Remove the number",
            "Coach Moss's cell is [removed] if you must",
        ),
        ("She lives at 527 Tillery Dr. Go see it.", "Remove the address", "Go see it."),
        ("she lives at 527 Tillery Dr and waits", "Remove the address", "she lives at [removed] and waits"),
        ("The notice hangs at 527 Tillery Dr again", "Remove the address", "The notice hangs again"),
        ("that dog is from 77 fernhollow ln", "Remove the address", "that dog is from [removed]"),
        ("Tyler Moss, 9, broke the window", "Remove the age", "Tyler Moss broke the window"),
        ("seven year old Lorna Quill cried", "Remove the age", "Lorna Quill cried"),
        ("write to a.b@c.co.uk and x-y@z.org", "Remove the address", "write to [removed] and x-y@z.org"),
        ("Ask her, ida@mail.example, she knows", "Remove the address", "Ask her, she knows"),
        (
            "The applicant's date of birth is 1987-03-14.",
            "Remove the date",
            "The applicant's date of birth is [removed].",
        ),
        ("Mr. Hale, home address 91 Pinehaven Rise, called", "Say “an address nearby”", None),
        ("he signed it “coach@hotmail.com”", "Remove the address", "he signed it “[removed]”"),
    ],
)
def test_a_removal_that_would_leave_half_a_sentence_leaves_a_sign_instead(
    text: str, label: str, mended: str | None
) -> None:
    finding = detector().detect(Draft(text=text))[0]
    offered = {fix.label: applied(fix, text) for fix in finding.fixes}
    assert offered.get(label) == mended


@pytest.mark.parametrize(("pack", "draft"), DRAFTS)
def test_what_a_fix_puts_in_is_taken_for_no_other_wording(pack: str, draft: Draft) -> None:
    known = {finding.rule for finding in wording(pack).detect(draft)}
    for finding in detector(pack).detect(draft):
        for fix in finding.fixes:
            mended = applied(fix, draft.text)
            found = {each.rule for each in wording(pack).detect(draft.model_copy(update={"text": mended}))}
            assert found <= known, (fix.label, mended)
