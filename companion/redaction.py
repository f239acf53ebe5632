"""A copy of a draft with placeholders, to ask somebody for help: `[PERSON 1] lives at [ADDRESS 1]`.

Replaced is what Foreword recognised: personal data that the policy does not call published, terms of confidential
lists, and the words that rules of certain themes mark (`redact` in pack.yaml). Equal values have equal placeholders,
however they are written. What nobody recognised is still there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from companion.detectors.meaning import Meaning
from companion.detectors.names import TITLE
from companion.draft import Draft
from companion.finding import Finding, NotChecked, theme_of
from companion.lists.matching import OpenList, hits
from companion.lists.normalise import normalised
from companion.review import Reviewer
from companion.rules.evaluate import Entity

# Dates, links and names of groups: without them nobody could advise, and alone they are nobody's.
_STAYS = frozenset({"DATE_TIME", "URL", "NRP", "ORGANIZATION"})
_SURE_ENOUGH = 0.3
_LABELS = {
    "PHONE_NUMBER": "PHONE",
    "EMAIL_ADDRESS": "EMAIL",
    "STREET_ADDRESS": "ADDRESS",
    "CREDIT_CARD": "CARD",
    "US_SSN": "SSN",
    "CONFIDENTIAL_TERM": "CONFIDENTIAL",
}
_TITLE = re.compile("^" + TITLE, re.IGNORECASE)
_DETAIL = "PRIVATE DETAIL"
_REST = "[THE REST WAS NOT CHECKED AND IS LEFT OUT]"
WARNING = "What Foreword recognised was replaced; read it before you send it."


@dataclass(frozen=True)
class Part:
    """Words to be replaced."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Redaction:
    text: str
    placeholders: tuple[str, ...]
    """Each once, in the order of the text."""
    not_checked: tuple[NotChecked, ...] = ()


def redact(draft: Draft, reviewer: Reviewer, themes: Collection[str] = ()) -> Redaction:
    """`themes`: whose rules' marked words are replaced too.

    Raises NotReady rather than answering with a copy that only looks safe.
    """
    seen = reviewer.within_limit(draft).text
    review = reviewer.review(draft)
    parts = private(seen, reviewer.private_parts(seen), review.findings, themes)
    text, placeholders = replaced(seen, parts)
    return Redaction(text + (_REST if len(seen) < len(draft.text) else ""), placeholders, review.not_checked)


def private(
    text: str, entities: Sequence[Entity], findings: Iterable[Finding], themes: Collection[str] = ()
) -> list[Part]:
    """What is to be replaced, without overlaps."""
    known = [Part(e.start, e.end, _label(e.type)) for e in entities if e.type not in _STAYS and e.score >= _SURE_ENOUGH]
    marked = [
        Part(f.start, f.end, _DETAIL)
        for f in findings
        if f.start is not None and f.end is not None and _tells(f, themes)
    ]
    return _joined([*known, *_elsewhere(text, known), *marked])


def _tells(finding: Finding, themes: Collection[str]) -> bool:
    """Its words are private themselves: marked by an entity's rule, or by one of `themes` that points at words."""
    return finding.detector == "personal-data" or (
        theme_of(finding.rule) in themes and finding.detector != Meaning.name  # which marks whole sentences
    )


def replaced(text: str, parts: Sequence[Part]) -> tuple[str, tuple[str, ...]]:
    out, at = [], 0
    names = names_of(text, parts)
    for part, name in zip(parts, names, strict=True):
        out += [text[at : part.start], name]
        at = part.end
    return "".join([*out, text[at:]]), tuple(dict.fromkeys(names))


def names_of(text: str, parts: Sequence[Part]) -> list[str]:
    """For each part its placeholder; equal values have equal ones."""
    names: dict[tuple[str, str], str] = {}
    out = []
    for part in parts:
        value = (part.label, _value(part.label, text[part.start : part.end]))
        names.setdefault(value, _free_name(part.label, text, names.values()))
        out.append(names[value])
    return out


def _label(kind: str) -> str:
    return _LABELS.get(kind, kind.replace("_", " "))


def _value(label: str, words: str) -> str:
    """What makes two writings one value; of a telephone number its last ten digits, of a name all but its title."""
    normal = normalised(_TITLE.sub("", words) if label == "PERSON" else words)
    return "".join(c for c in normal if c.isdecimal())[-10:] if label == "PHONE" else normal or words


def _free_name(label: str, text: str, taken: Iterable[str]) -> str:
    used = set(taken)
    number = 1
    while (name := f"[{label} {number}]") in used or name in text:
        number += 1
    return name


def _elsewhere(text: str, known: Sequence[Part]) -> list[Part]:
    """The same value again, where nothing around it gave it away; single words could be ordinary ones."""
    again = []
    for label in sorted({part.label for part in known}):
        values = [text[p.start : p.end] for p in known if p.label == label]
        sought = OpenList(label, [v for v in values if re.search(r"\d|\S\s+\S|@", v) and len(normalised(v)) >= 6])
        again += [Part(hit.start, hit.end, label) for hit in hits(text, [sought])]
    return again


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Overlapping parts as one, under the label of the part that says most: an entity's before a finding's."""
    out: list[Part] = []
    for part in sorted(parts, key=lambda p: (p.start, -p.end, p.label == _DETAIL)):
        if out and part.start < out[-1].end:
            last = out[-1]
            label = part.label if last.label == _DETAIL else last.label
            out[-1] = Part(last.start, max(last.end, part.end), label)
        else:
            out.append(part)
    return out
