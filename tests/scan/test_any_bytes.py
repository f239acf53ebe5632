"""Whatever bytes there are, a scan tells what it could not read, and never stops with an error of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.scan.item import Item, Unread
from companion.scan.reading.recognise import FORMATS
from tests.scan.reading import Seen, written

KEYS = (
    *("text", "timestamp", "data", "post", "comment", "attachments", "media", "title", "messages", "sender_name"),
    *("string_map_data", "label_values", "label", "value", "profile_v2", "tweet", "full_text", "dmConversation"),
    *(
        "messageCreate",
        "noteTweet",
        "core",
        "profile",
        "description",
        "orderedItems",
        "object",
        "content",
        "attachment",
    ),
    *("to", "cc", "oneOf", "url", "creation_timestamp", "name", "context", "created_at", "user", "work_experiences"),
)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)
_QUICK = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def all_told(seen: Seen) -> bool:
    return all(isinstance(entry, Item) and entry.text for entry in seen.items) and all(
        isinstance(one, Unread) and one.why for one in seen.unread
    )


@pytest.mark.parametrize("chosen", [None, *FORMATS])
@_QUICK
@given(content=st.binary(max_size=300))
def test_given_any_bytes_then_no_reader_breaks(tmp_path: Path, chosen: str | None, content: bytes) -> None:
    assert all_told(Seen(written(tmp_path, "any", content), chosen))


@pytest.mark.parametrize("chosen", ["json", "jsonl", "facebook", "instagram", "x", "mastodon", "mastodon-profile"])
@_QUICK
@given(document=_VALUES, inside=st.sampled_from([None, *KEYS]))
def test_given_json_of_any_shape_then_no_reader_breaks(
    tmp_path: Path, chosen: str, document: object, inside: str | None
) -> None:
    whole = document if inside is None else {inside: [document]}
    assert all_told(Seen(written(tmp_path, "any", json.dumps(whole)), chosen))
