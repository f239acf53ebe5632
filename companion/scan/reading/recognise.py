"""Which format a source has, told from how it begins; a name's ending counts only where contents look alike."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import BinaryIO

from companion.scan.item import Entry, Unread
from companion.scan.reading import csv_rows, html_page, json_document, jsonl, mail, mastodon, meta, plain, x_archive
from companion.scan.reading.frame import Frame, Reader
from companion.scan.reading.lines import head_of
from companion.scan.reading.rows import fields_of

_HEAD = 1 << 16


@dataclass(frozen=True)
class Format:
    """`name` is what `--format` takes."""

    name: str
    title: str
    reader: Reader
    site: str | None = None


FORMATS = {
    f.name: f
    for f in (
        Format("jsonl", "JSON Lines", jsonl.read),
        Format("json", "JSON rows", json_document.read),
        Format("csv", "CSV", csv_rows.read),
        Format("facebook", "Facebook export", meta.read, "facebook.com"),
        Format("instagram", "Instagram export", meta.read, "instagram.com"),
        Format("x", "X archive", x_archive.read, "x.com"),
        Format("mastodon", "Mastodon outbox", mastodon.read),
        Format("mastodon-profile", "Mastodon profile", mastodon.read_profile),
        Format("mail", "e-mail", mail.read),
        Format("html", "HTML", html_page.read),
        Format("text", "plain text", plain.read),
    )
}

_PICTURES = "A picture: Foreword reads no pictures."
_SOUND = "Sound or film: Foreword does not listen."
_DOCUMENT = "A document of an office program; save it as text to have it read."
_MAGIC = (
    (
        re.compile(
            rb"\xff\xd8\xff|\x89PNG\r|GIF8[79]a|RIFF....WEBP|BM.{4}\0\0\0\0|\0\0\x01\0|II\*\0|MM\0\*", re.DOTALL
        ),
        _PICTURES,
    ),
    (re.compile(rb"....ftyp(?:heic|heix|mif1|avif)", re.DOTALL), _PICTURES),
    (re.compile(rb"....ftyp|\x1aE\xdf\xa3|ID3|OggS|RIFF....(?:AVI |WAVE)|fLaC|\xff[\xfb\xf3\xf2]", re.DOTALL), _SOUND),
    (re.compile(rb"%PDF-|\xd0\xcf\x11\xe0|PK\x03\x04|\{\\rtf"), _DOCUMENT),
    (
        re.compile(rb"\x1f\x8b|BZh|\xfd7zXZ|7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd"),
        "A packed file; unpack it, or pack it as ZIP.",
    ),
)
_META = {
    "facebook": re.compile(
        rb'"(?:\w+_v2|status_updates|sender_name|timestamp_ms|participants|cover_photo)"\s*:|'
        rb'"timestamp"\s*:\s*\d{9,}[^{}]*?"(?:data|attachments)"\s*:\s*\['
    ),
    "instagram": re.compile(
        rb'"(?:string_map_data|string_list_data|media_map_data|label_values|ig_\w+|creation_timestamp|profile_user)"\s*:'
    ),
}
"""Shapes of the two exports of one company, which share some; where a path names the site, that counts for more."""
_META_FOLDERS = {"facebook": "your_facebook_activity/", "instagram": "your_instagram_activity/"}

_MAIL = re.compile(rb"(?:[A-Za-z][\w-]{1,60}:[^\n]{0,998}\r?\n(?:[ \t][^\n]{0,998}\r?\n){0,200}){2,}")
_MAIL_NEEDS = re.compile(rb"^(?:From|Received|Return-Path|Date|Message-ID):", re.IGNORECASE | re.MULTILINE)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|article|div|p)\b",
    re.I | re.S,
)


def entries(stream: BinaryIO, frame: Frame, chosen: Format) -> Iterator[Entry]:
    """Everything in one source, read as `chosen` says."""
    yield from chosen.reader(stream, replace(frame, site=frame.site or chosen.site))


def recognised(stream: BinaryIO, frame: Frame) -> Format | Unread | None:
    """The format; or why there is nothing to read; None for an empty source. The stream stays at its beginning."""
    head = head_of(stream, _HEAD)
    if not head.strip():
        return None
    for magic, why in _MAGIC:
        if magic.match(head):
            return frame.unread("file", why, is_mistake=False)
    if b"\0" in head:
        return frame.unread("file", "It is neither text nor anything else that Foreword knows.", is_mistake=False)
    ending = PurePosixPath(frame.source).suffix.lower()
    return FORMATS[_name(head, ending, frame.source)]


def _name(head: bytes, ending: str, source: str) -> str:
    if x_archive.BEGINS.match(head):
        return "x"
    if head.lstrip()[:1] in (b"{", b"["):
        return _json(head, ending, source)
    if head.startswith(b"From ") or (ending == ".eml") or _is_mail(head):
        return "mail"
    if ending in (".html", ".htm", ".xhtml", ".mht") or _HTML.match(head):
        return "html"
    if ending in (".csv", ".tsv") or _is_table(head):
        return "csv"
    return "text"


def _json(head: bytes, ending: str, source: str) -> str:
    """Lines of objects, or one document; a first line may be broken and the file be lines all the same."""
    begin = head.lstrip()
    if begin[:1] == b"{":
        first, *rest = begin.split(b"\n", 5)
        is_one = not any(line.strip() for line in rest)
        whole = any(line[:1] == b"{" and _is_json(line) for line in (first, *rest[:4]))
        if ending in (".jsonl", ".ndjson") or (whole and (not is_one or _named(first, source) == "json")):
            return "jsonl"
    return _named(head, source)


def _named(head: bytes, source: str) -> str:
    if b"activitystreams" in head:
        return "mastodon" if b"orderedItems" in head else "mastodon-profile"
    site = next((name for name, shape in _META.items() if shape.search(head)), None)
    if site is None:
        return next((name for name, folder in _META_FOLDERS.items() if folder in source.lower()), "json")
    return next((name for name in _META if name in source.lower()), site)


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _is_mail(head: bytes) -> bool:
    begin = _MAIL.match(head)
    return begin is not None and len(_MAIL_NEEDS.findall(begin[0])) >= 2


def _is_table(head: bytes) -> bool:
    """A heading of several known names, and as many cells in the next line."""
    first, _, second = head.partition(b"\n")
    heading = first.decode("utf-8", "replace").strip()
    delimiter = csv_rows.delimiter_of(heading)
    names = [name.strip(' "') for name in heading.split(delimiter)]
    return len(names) > 1 and bool(second.strip()) and "text" in fields_of(names, {})
