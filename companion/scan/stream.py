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
from companion.turns import SCANNED_AT_ONCE, Turns

MEDIA_TYPE = "application/x-ndjson"
_PROGRESS_EVERY = 10

Line = dict[str, Any]


async def lines(items: list[Any], reviewer: Reviewer, turns: Turns) -> AsyncIterator[bytes]:
    """Progress first, so that whoever asked knows at once that the scan has begun; one bad item stops no other.

    Whoever closes the connection ends this generator: nothing is looked at after the items in hand.
    """
    of = len(items)
    yield _line({"kind": "progress", "done": 0, "of": of})
    coming = iter(items)
    under_way: deque[asyncio.Task[Line]] = deque()
    try:
        for done in range(1, of + 1):
            for item in islice(coming, SCANNED_AT_ONCE - len(under_way)):
                under_way.append(asyncio.create_task(_answer(item, reviewer, turns)))
            yield _line(await under_way[0])
            under_way.popleft()
            if done % _PROGRESS_EVERY == 0 and done < of:
                yield _line({"kind": "progress", "done": done, "of": of})
    finally:
        for task in under_way:
            task.cancel()
    yield _line({"kind": "end", "done": of, "of": of})


async def _answer(given: Any, reviewer: Reviewer, turns: Turns) -> Line:
    named: Line = {"kind": "item", "item_id": _id_of(given)}
    try:
        return named | await turns.for_scan(_reviewed, _item(given), reviewer)
    except ForewordError as error:
        return named | {"error": error.detail}
    except Exception as error:
        return named | {"error": ServerFault(f"The check stopped with an error ({type(error).__name__}).").detail}


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
