"""Mastodon's export (ActivityPub): `outbox.json` with what was posted, `actor.json` with the profile.

https://www.w3.org/TR/activitystreams-vocabulary/; posts are HTML, of which the words are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from companion.scan.item import Entry
from companion.scan.reading.frame import Frame
from companion.scan.reading.html_words import words_of
from companion.scan.reading.json_document import read_with
from companion.scan.reading.json_elements import elements

_EVERYBODY = "https://www.w3.org/ns/activitystreams#Public"


def read(stream: BinaryIO, frame: Frame) -> Iterator[Entry]:
    yield from read_with(_entries, stream, frame)


def read_profile(stream: BinaryIO, frame: Frame) -> Iterator[Entry]:
    """One object, whose parts come one by one."""
    about: dict[str, Any] = {}
    fields = []
    for key, value in elements(stream, frame.limits.record_bytes):
        if key == "attachment" and isinstance(value, dict):
            fields.append(f"{value.get('name', '')}: {words_of(str(value.get('value', '')))}")
        elif isinstance(value, str) and key is not None:
            about[key] = value
    text = "\n".join([about.get("name", ""), words_of(about.get("summary", "")), *fields]).strip()
    if text:
        link = about.get("url") or about.get("id")
        yield frame.item("profile", text, surface="profile", link=link, site=_host(link))


def _entries(key: str | None, element: Any, where: str, frame: Frame) -> list[Entry] | None:
    if not isinstance(element, dict) or key not in ("orderedItems", "items"):
        return None
    note = element.get("object")
    if element.get("type") == "Announce" or not isinstance(note, dict):
        return []  # somebody else's words
    text = "\n".join(part for part in _parts(note) if part.strip())
    if not text:
        return []
    link = note.get("url") or note.get("id")
    everybody = [*_listed(note.get("to")), *_listed(note.get("cc"))]
    is_message = _EVERYBODY not in everybody and not any("/followers" in str(one) for one in everybody)
    surface = "message" if is_message and everybody else "reply" if note.get("inReplyTo") else "post"
    more = {"id": note.get("id"), "time": note.get("published"), "author": note.get("attributedTo"), "whose": "own"}
    return [frame.item(where, text, link=link, surface=surface, site=_host(link), **more)]


def _parts(note: dict[str, Any]) -> Iterator[str]:
    yield str(note.get("summary") or "")
    yield words_of(str(note.get("content") or ""))
    for one in [*_listed(note.get("attachment")), *_listed(note.get("oneOf")), *_listed(note.get("anyOf"))]:
        yield str(one.get("name") or "") if isinstance(one, dict) else ""


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _host(link: Any) -> str | None:
    return urlsplit(link).hostname if isinstance(link, str) else None
