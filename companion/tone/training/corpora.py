"""The public corpora, each with what its labels mean here. What a label does not say stays unknown.

Where nobody labelled obscenity, insult or threat, the word lists (words/) stand in, and only where they can be trusted.
"""

from __future__ import annotations

import csv
import gzip
import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from companion.tone.classes import MARKS
from companion.tone.reading import Reading, read_words, reading
from companion.tone.training.example import Example

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_WORDS = {name: frozenset(read_words(name)) for name in MARKS}
_COARSE = _WORDS["obscene"] - {"hell", "suck", "sucks", "sucked", "balls", "cock", "screwed", "boobs"}
_GROUPS = re.compile(
    r"\b(wom[ae]n|girls?|females?|muslims?|islam\w*|jew\w*|zionis\w*|christian\w*|catholic\w*|religio\w*|hindu\w*|sikhs?|black\w*"
    r"|whites?|rac(?:e|es|ial)|colou?red|gays?|lesbian\w*|homosexual\w*|trans\w*|lgbt\w*|queers?|immigrants?|migrants?"
    r"|refugees?|foreign\w*|aliens?|illegals?|mexic\w*|latin\w*|hispanic\w*|african\w*|asian\w*|chinese|indians?|arabs?"
    r"|natives?|indigenous|first nations?|disab\w*|autis\w*|deaf|blind|old people|elderly|seniors?|boomers?"
    r"|country|countries)\b",
    re.IGNORECASE,
)
_TO_SOMEBODY = re.compile(
    r"\b(you|your|ur|u|he|she|they|his|her|their|him|them|this guy|these people)\b", re.IGNORECASE
)


def corpora(folder: Path) -> Iterator[Example]:
    """Every example of every corpus that is in the folder; a missing one is left out."""
    for name, read in _READERS.items():
        for path in sorted(folder.glob(name)):
            yield from (example for row in _rows(path) if (example := read(row)) and example.text.strip())


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _civil(row: dict[str, str]) -> Example:
    """Comments most raters called toxic; nearly all are insults (Civil Comments' own subtypes say so of 77 %)."""
    return _example(row["text"], "civil", toxicity=0.93, severe_toxicity=0.08)


def _davidson(row: dict[str, str]) -> Example:
    """Votes of at least three: hate, offensive words (most of them casual), neither. Offensive is not hate."""
    text = html.unescape(row["text"]).lstrip("! ")
    count = int(row["count"])
    hate, offensive = int(row["hate_speech"]) / count, int(row["offensive_language"]) / count
    toxicity = min(1.0, 0.95 * hate + 0.75 * offensive)
    known = {"toxicity": toxicity, "identity_attack": min(0.97, hate * 1.2)}
    if hate + offensive < 0.4:
        known |= {"insult": 0.03, "severe_toxicity": 0.0}
    return _example(text, "davidson", **known)


def _wikipedia(row: dict[str, str]) -> Example:
    """Few are toxic; Perspective's score of 2020 is a teacher that saw far more, the label corrects it."""
    score, label = float(row["perspective_score"] or 0), float(row["label"])
    toxicity = min(0.95, score + 0.25 * label)
    known = {"toxicity": toxicity}
    if toxicity < 0.25:
        known |= {"insult": toxicity / 2, "identity_attack": 0.01, "severe_toxicity": 0.0}
    return _example(row["text"], "wikipedia", **known)


def _hatemoji(row: dict[str, str]) -> Example:
    """Written to fool a model, in pairs. Not hate may still be an insult, or hard on things: that stays unknown."""
    hate = row["label_gold"] == "1"
    known = {"identity_attack": 0.97 if hate else 0.03, "toxicity": 0.95 if hate else 0.2}
    if row["type"] == "threateninglanguage":
        known["threat"] = 0.95
    return _example(row["text"], "hatemoji", **known)


def _surge(row: dict[str, str]) -> Example:
    toxic = row["is_toxic"] == "Toxic"
    known = {"toxicity": 0.97} if toxic else {"toxicity": 0.03, "insult": 0.02, "identity_attack": 0.01}
    return _example(row["text"], "surge", weight=2.0, **known)


_READERS: dict[str, Callable[[dict[str, str]], Example]] = {
    "civil_toxic_comments.csv.gz": _civil,
    "davidson_tweets.csv.gz": _davidson,
    "wikipedia_talk_*.csv.gz": _wikipedia,
    "hatemoji_build_train.csv.gz": _hatemoji,
    "surge_toxicity_half.csv.gz": _surge,
}


def _example(text: str, source: str, weight: float = 1.0, **known: float) -> Example:
    read = reading(text)
    words = _WORD.findall(read.text.lower())
    coarse = any(word in _COARSE for word in words)
    toxicity = known["toxicity"]
    known.setdefault("obscene", 0.92 if coarse else 0.04)
    if not _any_of("threat", words):
        known.setdefault("threat", 0.01)
    if source in ("civil", "wikipedia") and not _GROUPS.search(read.text) and not _any_of("identity_attack", words):
        known["identity_attack"] = 0.02
    if source == "civil":
        known["insult"] = 0.95 if _any_of("insult", words) else 0.7
    elif toxicity >= 0.5 and _any_of("insult", words) and _TO_SOMEBODY.search(read.text):
        known.setdefault("insult", 0.85)
    if toxicity >= 0.6 and coarse and known.get("insult", 0) >= 0.8:
        known["severe_toxicity"] = 0.35
    return Example(text, known, source, _marks(read, toxicity), weight)


def _any_of(name: str, words: list[str]) -> bool:
    return not _WORDS[name].isdisjoint(words)


def _marks(read: Reading, toxicity: float) -> tuple[tuple[int, int, str], ...] | None:
    """Known words of a toxic text, each for the first list it stands on; none in a calm one; in between, unknown."""
    if toxicity < 0.15:
        return ()
    if toxicity < 0.5:
        return None
    found = []
    for word in _WORD.finditer(read.text.lower()):
        name = next((n for n in ("identity_attack", "obscene", "insult") if word.group() in _WORDS[n]), None)
        if name:
            found.append((*read.original(*word.span()), name))
    return tuple(found) or None
