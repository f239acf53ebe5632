"""What every reader is told, and how it answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, TypeAlias
from urllib.parse import urlsplit

from companion.draft import SURFACES, Context, Mode, Surface, without_lone_surrogates
from companion.errors import ForewordError
from companion.json_input import as_model
from companion.scan.item import Entry, Item, Unread
from companion.scan.limits import Limits
from companion.scan.times import iso
from companion.scan.whose import whose


@dataclass(frozen=True)
class Frame:
    """One source, and what the person said about all of them."""

    source: str
    limits: Limits
    mode: Mode = "official"
    surface: Surface | None = None
    site: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    """Field of ours → the name it has in the file; see rows.py."""
    own: tuple[str, ...] = ()
    """Names under which the City, or the person, writes."""

    def unread(self, where: str, why: str, *, is_mistake: bool = True) -> Unread:
        return Unread(self.source, where, why, is_mistake)

    def item(
        self, where: str, text: str, *, time: Any = None, author: Any = None, link: Any = None, **more: Any
    ) -> Entry:
        """`more`: id, line, whose words it is where the reader knows, and fields of the context.

        What the person said of all goes before the export's word.
        """
        own = {"id": more.pop("id", None), "line": more.pop("line", None)}
        by, known = _words(author), more.pop("whose", None)
        around = {key: value for key, value in more.items() if value}
        around |= {"mode": around.get("mode", self.mode), "site": _host(around.get("site"))}
        if around.get("surface") not in SURFACES:
            around.pop("surface", None)
        around |= {key: value for key in ("surface", "site") if (value := getattr(self, key))}
        try:
            context = as_model(Context, around)
        except ForewordError as error:
            return self.unread(where, error.detail)
        return Item(
            source=self.source,
            where=where,
            text=without_lone_surrogates(text),
            context=context,
            id=_words(own["id"]),
            time=iso(time),
            author=by,
            link=_words(link),
            line=own["line"],
            whose=known or whose(by, self.own),
        )


Reader: TypeAlias = Callable[[BinaryIO, Frame], Iterator[Entry]]


def _host(value: Any) -> str | None:
    """`https://www.facebook.com/a` → www.facebook.com; what is no host name is none."""
    if not isinstance(value, str):
        return None
    host = (urlsplit(value).hostname if "://" in value else value.strip().lower()) or ""
    return host if re.fullmatch(r"[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?", host) and "." in host else None


def _words(value: Any) -> str | None:
    if isinstance(value, dict):
        value = next((value[key] for key in ("name", "username", "screen_name") if key in value), None)
    return without_lone_surrogates(str(value)) if isinstance(value, str | int) and value != "" else None
