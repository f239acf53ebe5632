"""X's archive (“Download an archive of your data”): scripts that assign arrays, `window.YTD.tweets.part0 = [ … ]`.

Nothing is run: the assignment is cut off, what follows is JSON. Shapes seen in archives of 2019 to 2025.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from companion.scan.item import Entry
from companion.scan.reading.frame import Frame
from companion.scan.reading.json_document import read_with
from companion.scan.reading.lines import head_of

_SHARED = re.compile(r"RT @\w{1,15}: ")
"""How the archive writes what somebody else wrote and the account passed on."""

BEGINS = re.compile(rb"\s*window\.(?:YTD\.[\w-]+\.part\d+|__THAR_CONFIG)\s*=")


def read(stream: BinaryIO, frame: Frame) -> Iterator[Entry]:
    begin = BEGINS.match(head_of(stream))
    if begin is not None:
        stream.read(begin.end())
    yield from read_with(_entries, stream, frame)


def _entries(_: str | None, element: Any, where: str, frame: Frame) -> list[Entry] | None:
    if not isinstance(element, dict):
        return None
    if isinstance(tweet := element.get("tweet", element), dict) and "full_text" in tweet:
        return [_tweet(tweet, where, frame)]
    if isinstance(note := element.get("noteTweet"), dict):
        return _noted(
            frame, where, note.get("core", {}).get("text"), id=note.get("noteTweetId"), time=note.get("createdAt")
        )
    if isinstance(profile := element.get("profile"), dict):
        about = profile.get("description", {})
        words = [about.get(name) for name in ("bio", "location", "website")]
        return _noted(frame, where, "\n".join(w for w in words if w), surface="profile")
    if isinstance(talk := element.get("dmConversation"), dict):
        return [entry for message in talk.get("messages", ()) for entry in _message(message, where, frame)]
    return None


def _tweet(tweet: dict[str, Any], where: str, frame: Frame) -> Entry:
    name = tweet.get("id_str") or tweet.get("id")
    text = html.unescape(str(tweet["full_text"]))  # written with &amp;
    is_reply = bool(tweet.get("in_reply_to_status_id_str") or tweet.get("in_reply_to_status_id"))
    return frame.item(
        where,
        text,
        id=name,
        time=tweet.get("created_at"),
        link=f"https://x.com/i/status/{name}" if name else None,
        surface="reply" if is_reply else "post",
        whose="others" if _SHARED.match(text) else "own",
    )


def _message(message: Any, where: str, frame: Frame) -> list[Entry]:
    said = message.get("messageCreate", {}) if isinstance(message, dict) else {}
    more = {"id": said.get("id"), "time": said.get("createdAt"), "author": said.get("senderId")}
    return _noted(frame, where, said.get("text"), surface="message", **more)


def _noted(frame: Frame, where: str, text: Any, **more: Any) -> list[Entry]:
    if not isinstance(text, str) or not text.strip():
        return []
    return [frame.item(where, html.unescape(text), **{"surface": "post", **more})]
