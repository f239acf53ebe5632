"""A removal that would leave half a sentence leaves “[removed]” in the place of the words instead.

“404 555 0129 keeps calling” → “[removed] keeps calling”; “the plate is RTX 4471 if you know her” → “the plate is
[removed] if you know her”; “Tyler, 9, broke the window” → “Tyler broke the window”. Only signs near the cut are looked
at: words that cannot end a clause, a subject or a verb that would be gone, commas of an apposition.
"""

from __future__ import annotations

import regex

from companion.finding import Finding, Fix
from companion.rules.sentences import sentences

REMOVED = "[removed]"

_CLOSED = regex.compile(r"\s*(?:[.,;:!?)\]”\"]|$)")
_LAST_WORD = regex.compile(r"(?:\bno\.|\p{L}+|['’]s)(?=[\s:#]*$)", regex.IGNORECASE)
# After one of these something must follow that is named.
_DETERMINERS = frozenset(
    {"a", "an", "the", "his", "her", "their", "my", "our", "your", "its", "use", "uses", "take", "takes", "no", "no."}
    | {"is", "was", "are", "'s", "’s", "el", "la", "su", "mi", "es"}
)
# No clause ends in one of these.
_OPEN_ENDS = _DETERMINERS | (
    {"at", "in", "on", "to", "from", "of", "by", "with", "for", "near", "under", "via", "and", "or", "but", "who", "am"}
    | {"were", "be", "been", "number", "aged", "address", "up"}
    | {"en", "los", "las", "para", "por", "de", "con", "y", "o"}
)
# “home address an address nearby”; Spanish with English in it
_NO_ARTICLE_AFTER = frozenset({"address", "direccion", "el", "la", "su", "mi", "para", "por", "de", "en", "es"})
_VERB = r"(?:is|was|are|were|am|es|era|reads?|belongs)\b"
_STARTS_WITH_A_VERB = regex.compile(rf"\s*{_VERB}", regex.IGNORECASE)
# What may go with the words and leave a sentence: “(at) 527 Tillery Dr”, “(and she lives at) …”.
_MAY_GO = regex.compile(
    r"[\s,;:#(]*(?:at|in|on|to|from|of|by|with|under|using|via|near|over|up|down|back|off|and|or|but|who|he|she|they|that|it"
    r"|age|aged|is|was|no|number|tel|phone|cell|a|y|que)\b|[\s,;:#(]*$",
    regex.IGNORECASE,
)
_JOINS = regex.compile(r"\s*(?:and|or|y|o|&)\b(?! not\b)", regex.IGNORECASE)
_FINITE = regex.compile(
    r", ?(?!(?:thanks|yes|this|always|sometimes|kids|please|need|gifts)\b)(?:is|was|are|were|has|had|have|does|did|will"
    r"|would|can|could|may|might|should|must|won|broke|left|went|got|ran|took|told|came|said|\p{Ll}{2,}ed|\p{Ll}{3,}[^s\W]s)\b"
)
_A_NAME_FOLLOWS = regex.compile(r"\s*\p{Lu}\p{Ll}")  # “(seven-year-old) Ida cried”
_ONE_PART = regex.compile(r"[^,;:.!?\n]+")


def whole(finding: Finding, text: str) -> Finding:
    """The finding with removals that leave a sentence; spans count code points."""
    if finding.start is None or finding.end is None:
        return finding
    fixes = (_mended(fix, finding.start, finding.end, text) for fix in finding.fixes)
    return finding.model_copy(update={"fixes": tuple(fix for fix in fixes if fix)})


def _mended(fix: Fix, start: int, end: int, text: str) -> Fix | None:
    if not fix.start <= start < end <= fix.end:
        return fix
    begin, finish = _sentence(text, start, end)
    ends_it = text[fix.start : fix.end].rstrip().endswith((".", "!", "?"))
    before, after = text[begin : fix.start], "" if ends_it else text[fix.end : finish]
    if fix.replacement:
        return None if fix.replacement.startswith("an ") and _last_word(before) in _NO_ARTICLE_AFTER else fix
    if not any(c.isalpha() for c in before + after):
        return fix  # the whole sentence goes
    if _FINITE.match(after) and _ONE_PART.fullmatch(before):
        return fix.model_copy(update={"end": fix.end + 1})
    if not _is_broken(before, text[fix.start : start], after):
        return fix
    shorter = len(REMOVED) <= fix.end - fix.start
    return fix.model_copy(update={"start": start, "end": end, "replacement": REMOVED}) if shorter else None


def _is_broken(before: str, company: str, after: str) -> bool:
    """`company`: what would go with the words, before them."""
    if not any(c.isalpha() for c in before):  # the subject, or all up to a conjunction, would be gone
        return bool(company.strip()) or not _A_NAME_FOLLOWS.match(after)
    ends_a_part = (before.rstrip() + company.strip()[:1])[-1] in ",;:!?("
    if _JOINS.match(after) and (ends_a_part or any(c.isalpha() for c in company)):
        return True
    if ends_a_part:
        return False
    last = _last_word(before)
    if last in _DETERMINERS or (last in _OPEN_ENDS and _CLOSED.match(after)):
        return True
    return bool(_STARTS_WITH_A_VERB.match(company)) or not _MAY_GO.match(company)


def _last_word(before: str) -> str:
    found = _LAST_WORD.search(before)
    return found[0].lower() if found else ""


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    around = [(a, b) for a, b in sentences(text) if a < end and start < b]
    return (around[0][0], around[-1][1]) if around else (0, len(text))
