"""The newest revision of each draft being written: a check of an older one, or one nobody waits for, stops."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.requests import Request

from companion.draft import Draft

Key = tuple[str, str]
"""Whose draft, and which."""


class Revisions:
    """Holds numbers only, and only of drafts that are being checked at this moment."""

    def __init__(self) -> None:
        self._newest: dict[Key, int] = {}
        self._waiting: Counter[Key] = Counter()

    @asynccontextmanager
    async def wanted(self, request: Request, client: str, draft: Draft) -> AsyncIterator[Callable[[], bool]]:
        """Yields what says, from any thread, whether this revision is still wanted."""
        key = (client, draft.draft_id)
        self._newest[key] = max(draft.revision, self._newest.get(key, 0))
        self._waiting[key] += 1
        gone = asyncio.create_task(_hung_up(request))
        try:
            yield lambda: draft.revision >= self._newest.get(key, 0) and not gone.done()
        finally:
            gone.cancel()
            self._waiting[key] -= 1
            if not self._waiting[key]:
                del self._waiting[key], self._newest[key]


async def _hung_up(request: Request) -> None:
    """Returns when the asker closed the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        continue
