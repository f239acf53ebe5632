"""Ignored: this time, this phrase here, or this advice on this site; listed in the options, and taken back there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import Browser
from tests.browser.editor_pages import EDITORS, HOST, EditorPage, open_editor

BY_NAME = {editor.name: editor for editor in EDITORS}
FIRST, SECOND = "536-22-8714", "536-22-9821"


@pytest.fixture
def editor(editors_browser: Browser) -> Iterator[EditorPage]:
    """A draft with two findings of one rule, the card of the first open."""
    editor = open_editor(editors_browser.context.new_page(), BY_NAME["contenteditable"])
    editor.write(f"Not {FIRST} and not {SECOND} either.")
    editor.ours.find("button", r"Foreword.*2 findings")
    editor.press_words(FIRST)
    yield editor
    editor.page.close()


@pytest.mark.parametrize(
    ("choice", "left"), [("Ignore this phrase on this site", 1), ("Ignore this advice on this site", 0)]
)
def test_given_what_is_ignored_on_a_site_then_it_is_quiet_there_until_the_options_take_it_back(
    editors_browser: Browser, editor: EditorPage, choice: str, left: int
) -> None:
    editor.ours.click("button", choice)
    editor.ours.until(lambda: len(editor.underlines()) == left, "the underline to go")
    next_draft = open_editor(editors_browser.context.new_page(), BY_NAME["contenteditable"])
    next_draft.write(f"Not {FIRST} and not {SECOND} either.")
    next_draft.ours.find("button", r"Foreword.*1 finding" if left else "Foreword: Clear")
    next_draft.page.close()

    options = editors_browser.own_page("options.html")
    entry = options.locator("#ignored li")
    entry.wait_for()
    assert HOST in entry.inner_text()
    assert FIRST not in entry.inner_text()
    entry.get_by_role("button").click()
    entry.wait_for(state="detached")
    options.close()

    editor.page.bring_to_front()
    editor.ours.find("button", r"Foreword.*2 findings")


def test_given_advice_ignored_by_mistake_then_undo_brings_it_back_at_once(
    editors_browser: Browser, editor: EditorPage
) -> None:
    editor.ours.click("button", "Ignore this advice on this site")
    editor.ours.click("button", "Undo")
    editor.ours.find("button", r"Foreword.*2 findings")
    assert editors_browser.ask({"kind": "dismissals"}) == []


def test_given_both_ignored_in_this_draft_then_the_badge_brings_them_back_and_nothing_is_kept(
    editors_browser: Browser, editor: EditorPage
) -> None:
    editor.ours.click("button", "Ignore in this draft")
    editor.ours.click("button", "Next finding")
    editor.ours.find("button", r"Bring back .* \(1\)")
    editor.ours.click("button", "Ignore in this draft")
    editor.ours.click("button", "Close")
    assert editors_browser.ask({"kind": "dismissals"}) == []
    editor.page.bring_to_front()
    editor.ours.click("button", "Foreword: Clear")
    editor.ours.find("StaticText", "What was found is fixed or ignored")
    editor.ours.click("button", r"Bring back .* \(2\)")
    editor.ours.find("button", r"Foreword.*2 findings")


def test_given_what_was_ignored_in_a_draft_when_the_next_begins_then_it_is_said_again(editor: EditorPage) -> None:
    editor.ours.click("button", "Ignore in this draft")
    editor.ours.find("button", r"Foreword.*1 finding")
    editor.page.keyboard.press("Escape")
    editor.click()
    editor.page.keyboard.press("Control+a")
    editor.page.keyboard.press("Delete")
    editor.write(f"Not {FIRST} and not {SECOND} either.")
    editor.ours.find("button", r"Foreword.*2 findings")
