"""`POST /v1/scan`: items in, a line of JSON for each as soon as it is known, and how far the scan has come."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from itertools import islice
from typing import Any

from companion.contract import ScanItem
from companion.draft import Draft
from companion.errors import BadDraft, ForewordError, ServerFault
from companion.json_input import as_model
from companion.review import Reviewer
from companion.turns import Turns

MEDIA_TYPE = "application/x-ndjson"
_PROGRESS_EVERY = 10
_AHEAD = 8
"""Items of one request that wait for a thread: a thread that has done one need not wait for the event loop, which waits
for Python's lock, to be given the next."""

Line = dict[str, Any]


async def lines(items: list[Any], reviewer: Reviewer, turns: Turns) -> AsyncIterator[bytes]:
    """Progress first, so that whoever asked knows at once that the scan has begun; one bad item stops no other.

    Whoever closes the connection ends this generator: nothing is looked at after the items in hand.
    """
    of, done = len(items), 0
    yield _line({"kind": "progress", "done": 0, "of": of})
    coming = iter(items)
    under_way: deque[asyncio.Future[bytes]] = deque()
    try:
        while done < of:
            for item in islice(coming, _AHEAD - len(under_way)):
                under_way.append(turns.for_scan(_answer, item, reviewer))
            await under_way[0]
            known = []
            while under_way and under_way[0].done():
                known.append(under_way.popleft().result())
                done += 1
                if done % _PROGRESS_EVERY == 0 and done < of:
                    known.append(_line({"kind": "progress", "done": done, "of": of}))
            yield b"".join(known)
    finally:
        for future in under_way:
            future.cancel()
    yield _line({"kind": "end", "done": of, "of": of})


def _answer(given: Any, reviewer: Reviewer) -> bytes:
    named: Line = {"kind": "item", "item_id": _id_of(given)}
    try:
        return _line(named | _reviewed(_item(given), reviewer))
    except ForewordError as error:
        return _line(named | {"error": error.detail})
    except Exception as error:
        detail = ServerFault(f"The check stopped with an error ({type(error).__name__}).").detail
        return _line(named | {"error": detail})


def _item(given: Any) -> ScanItem:
    if not isinstance(given, dict):
        raise BadDraft("The item must be a JSON object.")
    return as_model(ScanItem, given)


def _id_of(given: Any) -> str | None:
    """The caller's own name for the item, where it can be one."""
    name = given.get("item_id") if isinstance(given, dict) else None
    return name if isinstance(name, str) and len(name) <= ScanItem.LONGEST_ID else None


def _reviewed(item: ScanItem, reviewer: Reviewer) -> Line:
    draft = Draft(text=item.text, context=item.context)
    review = reviewer.review(draft).in_utf16(draft.text).model_dump(mode="json")
    return {key: review[key] for key in ("status", "not_checked", "findings")}


def _line(content: Line) -> bytes:
    return json.dumps(content).encode() + b"\n"
