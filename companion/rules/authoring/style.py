"""How a rule speaks to the writer: “may”, never a verdict; whole sentences; short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.rules.authoring.remark import Remark
from companion.rules.load import LoadedRule

_LONGEST = {"title": 70, "message": 200, "why": 240}
_SENTENCES_AT_MOST = 2
# A finding is a guess about words; it never judges or warns of consequences at work.
_VERDICT = re.compile(
    r"\b(violat\w+|breach\w*|prohibited|forbidden|(?:is|are) not (?:allowed|permitted)|disciplin\w+|punish\w*|"
    r"your employer|you must|you cannot|you can't|inappropriate|offender)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(may|might|could|can|looks?|reads?|seems?|sounds?|worth|appears?|likely|perhaps|good to know)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?][”\"')]*$")
_BETWEEN_SENTENCES = re.compile(r"[.!?][”\"')]*\s+(?=[A-Z“])")


def style_remarks(loaded: LoadedRule) -> Iterator[Remark]:
    said = {name: str(getattr(loaded.rule, name)) for name in _LONGEST}
    for name, text in said.items():
        for words in (*_of_any(name, text), *_of_sentences(name, text)):
            yield _remark(loaded, (name,), words)
    if not _HEDGE.search(said["title"] + " " + said["message"]):
        yield _remark(loaded, ("message",), "neither title nor message says “may” or “might”; a finding is advice")
    if loaded.rule.report == "text" and "{words}" in said["message"]:
        yield _remark(loaded, ("message",), "{words} is empty in a finding about the whole text; leave it out")
    for index, fix in enumerate(loaded.rule.fixes):
        if fix.label.endswith((".", "!")) or not fix.label[0].isupper():
            words = f"the label “{fix.label}” should be a short command: “Take the number out”"
            yield _remark(loaded, ("fixes", index), words)


def _of_any(name: str, text: str) -> Iterator[str]:
    if found := _VERDICT.search(text):
        yield f"“{found.group()}” in the {name} judges the writer; say what readers may take it for"
    if len(text) > _LONGEST[name]:
        yield f"the {name} has {len(text)} characters; {_LONGEST[name]} are read at a glance"


def _of_sentences(name: str, text: str) -> Iterator[str]:
    if name == "title":
        if text.endswith("."):
            yield "a title ends without a full stop"
        return
    if not _SENTENCE_END.search(text):
        yield f"the {name} should be a sentence that ends with a full stop"
    if len(_BETWEEN_SENTENCES.findall(text)) >= _SENTENCES_AT_MOST:
        yield f"the {name} has more than {_SENTENCES_AT_MOST} sentences"


def _remark(loaded: LoadedRule, path: tuple[str | int, ...], words: str) -> Remark:
    return Remark("mend", "style", loaded.source.place(path), words)
