"""E-mail addresses as people say them: “moss at mail dot com”, “moss [at] mail (dot) com”."""

from __future__ import annotations

from collections.abc import Iterator

from companion.detectors.recognisers.finder import Found, PatternFinder, pattern

_AT = r"(?: at | ?[\[({<] ?(?:at|@) ?[\])}>] ?| @ )"
_DOT = r"(?: dot | ?[\[({<] ?(?:dot|\.) ?[\])}>] ?|\.)"
_SPOKEN_DOT = r"(?: dot | ?[\[({<] ?(?:dot|\.) ?[\])}>] ?)"
_WORD = r"[a-z0-9][a-z0-9_+-]{0,40}"
_NAME = rf"{_WORD}(?:{_DOT}{_WORD}){{0,2}}"
_BRACKETED_AT = r" ?[\[({<] ?(?:at|@) ?[\])}>] ?"
_ENDING = r"(?:com|org|net|edu|gov|us|info|co|io|me|biz|example|test)"
# Looked for first: the patterns try every word as a name, and hardly a text spells a sign out.
_SPELLED_OUT = pattern(r"\bdot\b|[\[({<]\s?(?:at|@|dot|\.)\s?[\])}>]")

_NOT_A_NAME = frozenset(
    """
    me us it them you online more here look looking find found shop sale visit order apply register info available
    tickets sign details posted read meet everything all now up out back down free today buy sold live
    """.split()  # noqa: SIM905
)


class SpokenEmail(PatternFinder):
    TYPE = "EMAIL_ADDRESS"
    PATTERNS = (
        (pattern(rf"(?<!\w){_NAME}{_AT}{_WORD}(?:{_DOT}{_WORD}){{0,2}}{_SPOKEN_DOT}{_ENDING}\b"), 0.75),
        (pattern(rf"(?<!\w){_NAME}{_BRACKETED_AT}{_WORD}\.{_ENDING}\b"), 0.75),
    )

    def find(self, text: str) -> Iterator[Found]:
        return super().find(text) if _SPELLED_OUT.search(text) else iter(())

    def is_valid(self, words: str) -> bool:
        """“Find us at mail dot com” names a website."""
        return words.split(maxsplit=1)[0].lower() not in _NOT_A_NAME
