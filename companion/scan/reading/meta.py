"""Facebook's and Instagram's “Download your information”, as JSON: posts, comments, captions, messages, profiles.

Shapes seen in exports of 2021 to 2025. Letters beyond ASCII are written there as the single bytes of their UTF-8
(`\\u00e2\\u0080\\u0099` for ’); that is undone here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from companion.scan.item import Entry
from companion.scan.reading.frame import Frame
from companion.scan.reading.json_document import read_with

_CAPTIONS = ("Caption", "Comment", "Message", "Text", "Title", "Description", "Bio")


def read(stream: BinaryIO, frame: Frame) -> Iterator[Entry]:
    yield from read_with(_entries, stream, frame)


def _entries(key: str | None, element: Any, where: str, frame: Frame) -> list[Entry] | None:
    if not isinstance(element, dict):
        return None
    element = mended(element)
    if "sender_name" in element:
        return _of(frame, where, element.get("content"), element, surface="message", author=element["sender_name"])
    if (key or "").startswith("profile_v2"):
        return _of(frame, where, _lines(_profile(element)), element, surface="profile")
    if "string_map_data" in element or "label_values" in element:
        return _labelled(element, where, frame)
    if "data" in element or "attachments" in element:
        return _facebook(element, where, frame)
    if "creation_timestamp" in element or isinstance(element.get("media"), list):
        post = _of(frame, where, _lines(_captions(element)), _timed(element), surface="post")
        return post + _answers(element, where, frame)
    return None


def _answers(element: dict[str, Any], where: str, frame: Frame) -> list[Entry]:
    """What people wrote under a picture of an album, the owner among them."""
    comments = [one for one in element.get("comments") or () if isinstance(one, dict)]
    return [
        entry
        for one in comments
        for entry in _of(frame, where, one.get("comment"), one, surface="comment", author=one.get("author"))
    ]


def _facebook(element: dict[str, Any], where: str, frame: Frame) -> list[Entry] | None:
    parts = [part for part in element.get("data") or () if isinstance(part, dict)]
    for part in parts:
        comment = part.get("comment")
        if isinstance(comment, dict):
            author = comment.get("author")
            return _of(frame, where, comment.get("comment"), element, surface="comment", author=author, whose="own")
    posts = [part["post"] for part in parts if isinstance(part.get("post"), str)]
    return _of(frame, where, _lines([*posts, *_descriptions(element)]), element, surface="post")


def _descriptions(element: dict[str, Any]) -> Iterator[Any]:
    for attachment in element.get("attachments") or ():
        for part in attachment.get("data") or () if isinstance(attachment, dict) else ():
            media = part.get("media") if isinstance(part, dict) else None
            if isinstance(media, dict):
                yield media.get("description")


def _captions(element: dict[str, Any]) -> Iterator[Any]:
    yield element.get("title")
    yield element.get("description")
    for media in element.get("media") or ():
        yield media.get("title") if isinstance(media, dict) else None


def _labelled(element: dict[str, Any], where: str, frame: Frame) -> list[Entry]:
    given = element.get("string_map_data")
    values = dict(given) if isinstance(given, dict) else {}
    listed = element.get("label_values")
    values |= {v["label"]: v for v in listed or () if isinstance(v, dict) and isinstance(v.get("label"), str)}
    said = {name: v.get("value") for name, v in values.items() if isinstance(v, dict)}
    time = values.get("Time", {})
    stamp = time.get("timestamp") if isinstance(time, dict) else None
    surface = "comment" if "Comment" in said else "profile" if "Bio" in said else "post"
    around = {**element, "timestamp": stamp or element.get("timestamp")}
    return _of(frame, where, _lines(said.get(name) for name in _CAPTIONS), around, surface=surface)


def _profile(element: dict[str, Any]) -> Iterator[Any]:
    for name in ("name", "intro_bio", "about_me"):
        value = element.get(name)
        yield (value.get("full_name") or value.get("name")) if isinstance(value, dict) else value
    for work in element.get("work_experiences") or ():
        if isinstance(work, dict):
            yield " ".join(str(work[k]) for k in ("title", "employer") if isinstance(work.get(k), str))


def _timed(element: dict[str, Any]) -> dict[str, Any]:
    media = element.get("media") or [{}]
    first = media[0] if isinstance(media[0], dict) else {}
    return {"timestamp": element.get("creation_timestamp") or first.get("creation_timestamp")}


def _of(
    frame: Frame, where: str, text: Any, around: Mapping[str, Any], *, surface: str, author: Any = None, **more: Any
) -> list[Entry]:
    """Nothing for what has no words, such as a picture without a caption."""
    if not isinstance(text, str) or not text.strip():
        return []
    time = around.get("timestamp") or around.get("timestamp_ms")
    return [frame.item(where, text, time=time, author=author, surface=surface, id=around.get("fbid"), **more)]


def _lines(parts: Any) -> str:
    """Each text once, in order."""
    return "\n".join(dict.fromkeys(part for part in parts if isinstance(part, str) and part.strip()))


def mended(value: Any) -> Any:
    """The same value with every text as it was written."""
    if isinstance(value, str):
        try:
            return value.encode("latin-1").decode("utf-8")
        except UnicodeError:  # written properly already
            return value
    if isinstance(value, list):
        return [mended(part) for part in value]
    if isinstance(value, dict):
        return {key: mended(part) for key, part in value.items()}
    return value
