"""What a draft accepts, and what it does with what JavaScript can send and UTF-8 cannot hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from companion.draft import Context, Draft, without_lone_surrogates
from companion.json_input import parsed


@given(st.text(st.characters(codec=None)))
def test_mended_text_can_be_encoded_and_keeps_every_place(text: str) -> None:
    mended = without_lone_surrogates(text)
    mended.encode("utf-8")
    assert len(mended) == len(text)
    assert all(
        new == old or (new == "\ufffd" and "\ud800" <= old <= "\udfff") for new, old in zip(mended, text, strict=True)
    )


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
def test_a_draft_takes_any_text(text: str, reply: str) -> None:
    draft = Draft.model_validate(
        {"text": without_lone_surrogates(text), "context": {"reply_to": without_lone_surrogates(reply)}}
    )
    assert draft.text == without_lone_surrogates(text)


def test_given_halves_of_pairs_anywhere_in_the_json_then_they_are_mended() -> None:
    assert parsed(b'{"a\\ud800": ["\\udc00", {"b": "\\ud83d\\ude00"}]}') == {"a\ufffd": ["\ufffd", {"b": "😀"}]}


def test_given_a_name_for_a_source_then_its_text_or_nothing() -> None:
    draft = Draft(text="own", context=Context(reply_to="other"))
    assert (draft.source("text"), draft.source("reply_to"), draft.source("shared_text")) == ("own", "other", "")


def test_given_a_draft_then_it_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Draft(text="a").text = "b"  # type: ignore[misc]
