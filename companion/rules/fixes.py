"""Fixes of a finding, as edits of the draft. A fix leaves a clean sentence and respects the site's length limit."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from companion.draft import Surface
from companion.finding import Fix
from companion.rules import phrase
from companion.rules.compile import compiled
from companion.rules.counting import length
from companion.rules.evaluate import Evidence, Match
from companion.rules.load import Pack
from companion.rules.model import Counting, FixRule, Site

_LINK_OR_TAG = re.compile(r"(?:[#@/]|\w\.\w)\S*$")
# What is left of a sentence or a clause once its words are gone.
_REST_OF_NOTHING = re.compile(r"(?:[.!?]+(?=\s|$)|[,;])? ?")
_SENTENCE_START = re.compile(r"(?:^|[.!?]\s+)\w")
_ALONE = re.compile(r"\bi\b(?=['\s])")


def fixes_for(rules: list[FixRule], match: Match | None, evidence: Evidence, pack: Pack) -> tuple[Fix, ...]:
    """Every fix of a rule that can be made here; an insertion that would not fit is left out."""
    made = (_fix(rule, match, evidence, pack) for rule in rules)
    return tuple(fix for fix in made if fix is not None and fits(fix, evidence, pack))


def fits(fix: Fix, evidence: Evidence, pack: Pack) -> bool:
    """Whether the draft stays within the site's limit (or becomes no longer than it was)."""
    text = evidence.draft.text
    limit, counting = limit_of(evidence, pack)
    if limit is None:
        return True
    after = length(text[: fix.start] + fix.replacement + text[fix.end :], counting)
    return after <= max(limit, length(text, counting) if not fix.replacement else limit)


def limit_of(evidence: Evidence, pack: Pack) -> tuple[int | None, Counting]:
    """(how much the site allows on this surface, how it counts)."""
    known = pack.site(evidence.draft.context.site)
    if known is None:
        return None, "characters"
    site = known[1]
    return _surface_limit(site, evidence.draft.context.surface), site.counting


def _surface_limit(site: Site, surface: Surface) -> int | None:
    return next((s.limit for s in site.surfaces if s.surface == surface), None)


def _fix(rule: FixRule, match: Match | None, evidence: Evidence, pack: Pack) -> Fix | None:
    text = evidence.draft.text
    if rule.insert is not None:
        return _insertion(rule, text, _filled(rule.insert, pack, ""))
    if match is None:
        return None
    if rule.soften is not None:
        return _softened(rule.label, rule.soften, match, text)
    if rule.replace is not None:
        start, end = _bare_sentence(match, evidence) if rule.over == "sentence" else (match.start, match.end)
        replacement = _begun(_filled(rule.replace, pack, text[match.start : match.end]), text, start)
        return Fix(label=rule.label, start=start, end=end, replacement=replacement)
    start, end = _with_company(rule, text, match) if rule.remove == "words" else _sentence(match, evidence)
    start, end = _tidy(text, start, end)
    if rule.remove == "sentence" and not (text[:start] + text[end:]).strip():
        return None  # an empty draft mends nothing
    return Fix(label=rule.label, start=start, end=end, replacement="")


def _softened(label: str, milder: dict[str, str], match: Match, text: str) -> Fix | None:
    """The first of these words inside the marked ones, said more mildly. `{words}` in the label are the milder ones."""
    marked = text[match.start : match.end].lower()
    for words, instead in milder.items():
        if found := re.search(rf"(?<!\w){re.escape(words.lower())}(?!\w)", marked):
            start, end = match.start + found.start(), match.start + found.end()
            return Fix(
                label=label.replace("{words}", instead), start=start, end=end, replacement=_begun(instead, text, start)
            )
    return None


def _insertion(rule: FixRule, text: str, inserted: str) -> Fix:
    if rule.at == "start":
        return Fix(label=rule.label, start=0, end=0, replacement=inserted + " ")
    end = len(text.rstrip())
    return Fix(label=rule.label, start=end, end=end, replacement=_joint(text[:end]) + inserted)


def _joint(before: str) -> str:
    """What stands between a text and a sentence added to it; a full stop would become part of a link or a #tag."""
    if not before:
        return ""
    return ". " if before[-1].isalnum() and not _LINK_OR_TAG.search(before) else " "


def _filled(template: str, pack: Pack, words: str) -> str:
    disclaimers = pack.file.disclaimers
    digits = "".join(str(int(c)) for c in words if c.isdecimal())
    filled = template.replace("{disclaimer.full}", disclaimers.full).replace("{disclaimer.short}", disclaimers.short)
    filled = filled.replace("{last4}", digits[-4:]).replace("{first}", words[:1])
    return filled.replace("{small}", _small(words)).replace("{words}", words)


def _begun(replacement: str, text: str, start: int) -> str:
    """With a capital where the text it replaces began a sentence with one."""
    begins = not text[:start].strip() or text[:start].rstrip().endswith((".", "!", "?"))
    return replacement[:1].upper() + replacement[1:] if begins and text[start].isupper() else replacement


def _small(words: str) -> str:
    """`STOP THAT. PLEASE.` → `Stop that. Please.` Names lose their capitals; the writer sees it before it is done."""
    return _SENTENCE_START.sub(lambda m: m.group().upper(), _ALONE.sub("I", words.lower()))


def _sentence(match: Match, evidence: Evidence) -> tuple[int, int]:
    around = [s for s in evidence.sentences if s.start < match.end and match.start < s.end]
    return (around[0].start, around[-1].end) if around else (match.start, match.end)


def _bare_sentence(match: Match, evidence: Evidence) -> tuple[int, int]:
    """The sentence without the white space around it."""
    start, end = _sentence(match, evidence)
    said = evidence.draft.text[start:end]
    return start + len(said) - len(said.lstrip()), end - (len(said) - len(said.rstrip()))


def _with_company(rule: FixRule, text: str, match: Match) -> tuple[int, int]:
    """The words and what makes no sense without them: “(at) 527 Tillery Dr”, “770-555-0156 (is her cell)”."""
    start, end = match.start, match.end
    # One sign for one: places stay.
    before, after = (part.replace("’", "'") for part in (text[:start], text[end:]))
    leading, trailing = company(rule)
    if leading and (lead := _longest(leading).search(before)):
        start = lead.start()
    if trailing and (trail := _longest(trailing).search(after)):
        end += trail.end()
    return start, end


def company(rule: FixRule) -> tuple[str | None, str | None]:
    """Patterns of what goes with removed words: at the end of the text before them, at the start of the one after."""
    return (
        rf"(?i)(?:{_either(tuple(rule.also_before))})[\s:#=-]*$" if rule.also_before else None,
        rf"(?i)^\s*(?:{_either(tuple(rule.also_after))})" if rule.also_after else None,
    )


@lru_cache(maxsize=256)
def _either(phrases: tuple[str, ...]) -> str:
    parsed = [phrase.parse(text) for text in phrases]
    return "|".join(phrase.bounded(phrase.to_re2(p), p) for p in parsed)


@lru_cache(maxsize=256)
def _longest(pattern: str) -> Any:
    return compiled(pattern, longest=True)


def _tidy(text: str, start: int, end: int) -> tuple[int, int]:
    """Take brackets, a second comma and one neighbouring space along, so that what is left reads as if written so."""
    if (text[start - 1 : start], text[end : end + 1]) in {("(", ")"), ("[", "]"), ('"', '"'), ("“", "”")}:
        start, end = start - 1, end + 1
    before, after = text[:start].rstrip(" "), text[end : end + 1]
    if not text[end:].strip():
        return len(text[:start].rstrip().rstrip(",;:")), end
    if before.endswith((",", ";", ":")) and after in ",;.!?\n":
        return len(before) - 1, end
    if (start == 0 or text[start - 1].isspace()) and (not before or before[-1] in ".!?\n"):
        rest = _REST_OF_NOTHING.match(text, end)
        return start, rest.end() if rest else end
    if text[start - 1 : start] == " " and after in " .,;:!?)\n":
        return start - 1, end
    return start, end
