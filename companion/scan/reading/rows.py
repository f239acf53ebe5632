"""A row with named fields (a line of JSON, a row of CSV) → an item, by the names such fields usually have."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from companion.draft import Context
from companion.scan.item import Entry
from companion.scan.reading.frame import Frame

NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        *("text", "full_text", "post_text", "tweet_text", "message_text", "comment_text", "body", "content", "message"),
        *("post", "caption", "comment", "tweet", "sharecommentary", "post_content", "description", "title"),
    ),
    "id": ("id", "post_id", "item_id", "tweet_id", "message_id", "record_id", "comment_id"),
    "time": (
        *("time", "created_at", "created", "date", "timestamp", "published", "posted", "posted_at", "created_time"),
        *(
            "date_posted",
            "datetime",
            "post_date",
            "publish_time",
            "createdat",
            "created_(utc)",
            "comment_create_timestamp",
        ),
    ),
    "author": (
        *("author", "author_name", "user", "username", "user_name", "account", "from", "sender", "name", "profile"),
        *("page", "page_name", "account_name"),
    ),
    "link": ("permalink", "permalink_url", "link", "url", "uri", "post_url", "post_link", "record_url", "sharelink"),
    "mode": ("mode",),
    "surface": ("surface",),
    "site": ("site", "host"),
}
"""Field of ours → names by which it is found, the likelier first; capitals, spaces and hyphens do not count."""

_HOW = "--column text=NAME, or text=OUTER.NAME for one inside another"
_AROUND = frozenset(Context.model_fields)


def fields_of(names: list[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Field of ours → the name it has here. What the person said goes before what names are like."""
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(_plain(name), name)
    found = {ours: known[n] for ours, likely in NAMES.items() for n in reversed(likely) if n in known}
    said = {
        ours: next((n for n in names if n == theirs), known.get(_plain(theirs))) for ours, theirs in columns.items()
    }
    return found | {ours: theirs for ours, theirs in said.items() if theirs is not None}


def missing_in(names: Collection[str], columns: Mapping[str, str]) -> str | None:
    """The first name that the person said and that is not there."""
    plain = {_plain(name) for name in names}
    return next((name for name in columns.values() if name not in names and _plain(name) not in plain), None)


def item_of(row: Mapping[str, Any], where: str, line: int | None, frame: Frame) -> Entry | None:
    """None for a row without words, such as a picture without a caption.

    Of objects inside the row, fields are reached by a dot: `post.message`.
    """
    row = {**row, **_inside(row)}
    if missing := missing_in(row, frame.columns):
        return frame.unread(where, f"It has no field “{missing}”, which --column names.")
    names = fields_of(list(row), frame.columns)
    if "text" not in names:
        return frame.unread(where, f"It has no field that could be the text; name it: {_HOW}.")
    if "text" not in frame.columns and row[names["text"]] == "":
        names |= fields_of([name for name, value in row.items() if value != ""], frame.columns)
    found = {ours: row[theirs] for ours, theirs in names.items()}
    text = found.pop("text")
    if not isinstance(text, str):
        return frame.unread(where, f"Its “{names['text']}” is no text; name the field that is: {_HOW}.")
    if not text.strip():
        return None
    around = row.get("context")
    known = {k: v for k, v in around.items() if k in _AROUND} if isinstance(around, dict) else {}
    return frame.item(where, text, line=line, **{**known, **{k: v for k, v in found.items() if v not in (None, "")}})


def _inside(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        f"{outer}.{name}": value
        for outer, inner in row.items()
        if isinstance(inner, dict)
        for name, value in inner.items()
    }


def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "_").replace("-", "_")
