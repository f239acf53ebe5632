"""What the model took for names of people → names: parts, titles and initials joined, no countries, no companies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import regex

from companion.detectors.country_names import COUNTRIES
from companion.detectors.groups import grouped, whole_of
from companion.rules.evaluate import Entity

_WITHIN_A_NAME = regex.compile(r" ?|\.? \p{Lu}\.? |(?<=\p{Lu})\. ?")  # “Ida B. Moss”
_INITIALS_BEFORE = regex.compile(r"(?<![\p{L}.])(?:\p{Lu}\. ?){1,3}$")
TITLE = r"\b(?:mr|mrs|ms|miss|mx|dr|prof)\b\.? "
_TITLE_BEFORE = regex.compile(TITLE + "$", regex.IGNORECASE)
_GREETING = regex.compile(
    r"(?:lol|lmao|omg|hey|hi|hello|dear|yo|oh|wow|ok|okay|so|well|thanks|thank|thx|congrats|congratulations|sorry|go|let|tell"
    r"|meet|welcome|happy|bye|goodbye|yes|no|nope|yeah|please|why|is|has|did|does)(?: |$)",
    regex.IGNORECASE,
)
# “Ida go”, “marries Ida”
_SMALL = r"(?!(?:van|von|de|del|da|di|der|den|ter|la|le|el|bin|ibn|al|y)\b)\p{Ll}[\p{Ll}'’]*"
_SMALL_AFTER = regex.compile(rf"(?<=^\p{{Lu}}[\p{{L}}'’-]+)(?: {_SMALL})+$")
_SMALL_BEFORE = regex.compile(rf"(?:{_SMALL} )+(?=\p{{Lu}}\p{{L}})")
_TRADES = (
    r"inc|llc|llp|ltd|plc|corp(?:oration)?|company|co\.|group|holdings?|industries|technolog(?:y|ies)|systems|solutions"
    r"|consulting|enterprises|realty|motors|bank|associates|partners|foundation|agency|media|software|labs?|hardware"
    r"|insurance"
)
# With a capital only: “Ida reports”, “Ida capital”.
_TRADES_IN_CAPITALS = (
    r"(?:Inc|LLC|LLP|Ltd|PLC|Corp|Company|Group|Research|Services|Ratings|Reports?|Ventures|Capital|Energy|Foods|Logistics"
    r"|Properties|Builders|Construction|Plumbing|Roofing|Landscaping|Pharmacy|Bakery|Brewing|Motors|Associates|Partners)"
)
_IS_A_COMPANY = regex.compile(
    r",? (?:(?:and|&) (?:sons?|co(?:mpany)?|associates|partners|bro(?:ther)?s|daughters?)|&"
    rf"|(?:{_TRADES})|(?-i:(?:\p{{Lu}}[\p{{L}}'’-]+ ){{0,2}}{_TRADES_IN_CAPITALS}))\b",
    regex.IGNORECASE,
)
_THINGS = (
    r"office|report|store|shop|building|company|brand|film|movie|show|series|album|band|app|site|website|book|novel|firm"
    r"|startup|start-up|business|brainchild|game|song|magazine|newspaper|restaurant|product|program|city|town|village"
)
# “The Garmin office”; a person is none of these, nor does one stand between “the” and one of them.
_THE_THING = regex.compile(rf" (?:{_THINGS})s?\b(?!-)", regex.IGNORECASE)
_THE_BEFORE = regex.compile(r"\bthe $", regex.IGNORECASE)
# “Skylark is a 2001 American comedy film”, but “Ida is a film director”.
_IS_A_THING = regex.compile(
    rf"(?:,[^.!?\n,]{{1,60}},)? (?:is|was|are|were) (?:the|an?)(?: [\p{{L}}\d'’-]+){{0,4}}? (?:{_THINGS})"
    r"(?=[.,;!?]|$| (?:of|by|directed|written|made|from|in|on|at|with|that|which|about|based|for|and|founded|set)\b)",
    regex.IGNORECASE,
)
# A firm of partners does what one does: “Davis, Quill and Moss is”; three people are.
_FIRM = regex.compile(
    r"\p{Lu}[\p{L}'’-]+(?:, \p{Lu}[\p{L}'’-]+)+,? (?:and|&) \p{Lu}[\p{L}'’-]+"
    r"(?= (?:is|was|has|does|office|offices|team|lawyers?)\b)"
)
_COUNTRIES = frozenset(name.lower() for name in COUNTRIES)


def names(found: Iterable[Entity], text: str) -> list[Entity]:
    """`found` are persons in the text's order. A country becomes a place; a company is none of our business."""
    wholes = [whole_of(group, "PERSON") for group in grouped(found, text, _are_one_name)]
    firms = [firm.span() for firm in _FIRM.finditer(text)] if wholes else []
    kept = (whole for whole in wholes if not any(start <= whole.start < end for start, end in firms))
    return [named for whole in kept if (named := _name(whole, text))]


def _are_one_name(left: Entity, right: Entity, text: str) -> bool:
    return _WITHIN_A_NAME.fullmatch(text, left.end, right.start) is not None


def _name(whole: Entity, text: str) -> Entity | None:
    while more := _GREETING.match(text, whole.start, whole.end) or _SMALL_BEFORE.match(text, whole.start, whole.end):
        whole = replace(whole, start=more.end())
    if tail := _SMALL_AFTER.search(text[whole.start : whole.end]):
        whole = replace(whole, end=whole.start + tail.start())
    said = text[whole.start : whole.end]
    if said.lower() in _COUNTRIES:
        return replace(whole, type="LOCATION")
    if not said or _is_a_thing(whole, text):
        return None
    for before in (_INITIALS_BEFORE, _TITLE_BEFORE):
        if more := before.search(text, max(0, whole.start - 12), whole.start):
            whole = replace(whole, start=more.start())
    return whole


def _is_a_thing(whole: Entity, text: str) -> bool:
    if _IS_A_COMPANY.match(text, whole.end) or _IS_A_THING.match(text, whole.end):
        return True
    named = _THE_BEFORE.search(text, max(0, whole.start - 5), whole.start)
    return bool(named and _THE_THING.match(text, whole.end))
