"""Dates as exports write them → ISO 8601 in UTC, to the second. What cannot be read is no date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

_SHAPES = (
    "%a %b %d %H:%M:%S %z %Y",  # X: Wed Oct 10 20:19:24 +0000 2018
    "%m/%d/%Y %I:%M:%S %p",
    "%m/%d/%Y %I:%M %p",
    "%m/%d/%Y %H:%M:%S",
    "%m/%d/%Y %H:%M",
    "%m/%d/%Y",
    "%Y-%m-%d %H:%M:%S %Z",
    "%a, %b %d, %Y",
    "%b %d, %Y",
    "%B %d, %Y",
)
_MILLISECONDS_FROM = 10**11  # as seconds, the year 5138


def iso(value: Any) -> str | None:
    """Seconds or milliseconds since 1970, ISO 8601, RFC 5322 or an American date; without a zone it counts as UTC."""
    try:
        found = _read(value)
        return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if found else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _read(value: Any) -> datetime | None:
    if isinstance(value, bool) or value is None:
        return None
    text = str(value).strip()
    try:
        seconds = float(text)
    except ValueError:
        return _from_words(text)
    if len(text.partition(".")[0].lstrip("-")) < 8:  # `2024` is a year, not a moment in 1970
        return None
    return datetime.fromtimestamp(seconds / 1000 if abs(seconds) >= _MILLISECONDS_FROM else seconds, UTC)


def _from_words(text: str) -> datetime | None:
    for attempt in (datetime.fromisoformat, *(_with(shape) for shape in _SHAPES), parsedate_to_datetime):
        try:
            found = attempt(text)
        except (ValueError, TypeError):
            continue
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None


def _with(shape: str) -> Callable[[str], datetime]:
    return lambda text: datetime.strptime(text, shape)
