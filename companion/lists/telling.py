"""Which terms say too little to be looked for: they would be found in every second post."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files

from companion.lists.normalise import words

FEWEST = 4
"""Letters and digits."""
FEWEST_DIGITS = 6
"""Of a term that is only a number: years and ZIP codes are shorter."""
MOST = 100
_ORDINARY_WORDS = 5_000
_EVERYDAY_WORDS = 300


def too_little(term: str) -> str | None:
    """Why this term is refused, without the term; None when it is fit."""
    found = [word.text for word in words(term)]
    joined = "".join(found)
    if len(joined) < FEWEST:
        return f"too short: at least {FEWEST} letters or digits are needed"
    if joined.isdecimal() and len(joined) < FEWEST_DIGITS:
        return f"too short: a number needs at least {FEWEST_DIGITS} digits"
    if len(joined) > MOST:
        return f"too long: at most {MOST} letters and digits"
    rank = _ranks()
    if len(found) == 1 and rank.get(joined, _ORDINARY_WORDS) < _ORDINARY_WORDS:
        return "too common: an ordinary word"
    if all(rank.get(word, _EVERYDAY_WORDS) < _EVERYDAY_WORDS for word in found):
        return "too common: everyday words only"
    return None


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    """Word → how many are more frequent. The sentence model's vocabulary is in that order."""
    text = (files("companion.meaning") / "minilm" / "tokenizer.json").read_text("utf-8")
    vocabulary: dict[str, int] = json.loads(text)["model"]["vocab"]
    ordered = sorted((number, word) for word, number in vocabulary.items() if word.isalpha())
    letters = [word for _, word in ordered if len(word) > 1 or word in ("a", "i")]
    return {word: rank for rank, word in enumerate(letters[:_ORDINARY_WORDS])}
