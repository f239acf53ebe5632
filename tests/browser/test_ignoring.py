"""Ignored: this time, this phrase here, or this advice on this site; listed in the options, and taken back there."""

from __future__ import annotations

from tests.browser.conftest import Browser
from tests.browser.editor_pages import EDITORS, HOST, open_editor

BY_NAME = {editor.name: editor for editor in EDITORS}
FIRST, SECOND = "536-22-8714", "536-22-9821"


def test_given_advice_ignored_on_a_site_then_it_is_quiet_there_until_the_options_take_it_back(
    editors_browser: Browser,
) -> None:
    page = editors_browser.context.new_page()
    editor = open_editor(page, BY_NAME["contenteditable"])
    editor.write(f"Not {FIRST} and not {SECOND} either.")
    editor.ours.find("button", r"Foreword.*2 findings")
    editor.press_words(FIRST)
    editor.ours.click("button", "Ignore this advice on this site")
    editor.ours.until(lambda: editor.underlines() == [], "both underlines to go")

    options = editors_browser.own_page("options.html")
    entry = options.locator("#ignored li")
    entry.wait_for()
    assert HOST in entry.inner_text()
    entry.get_by_role("button").click()
    entry.wait_for(state="detached")
    options.close()

    page.bring_to_front()
    editor.ours.find("button", r"Foreword.*2 findings")
    page.close()


def test_given_advice_ignored_by_mistake_then_undo_brings_it_back_at_once(editors_browser: Browser) -> None:
    page = editors_browser.context.new_page()
    editor = open_editor(page, BY_NAME["contenteditable"])
    editor.write(f"Not {FIRST} and not {SECOND} either.")
    editor.ours.find("button", r"Foreword.*2 findings")
    editor.press_words(FIRST)
    editor.ours.click("button", "Ignore this advice on this site")
    editor.ours.click("button", "Undo")
    editor.ours.find("button", r"Foreword.*2 findings")
    page.close()
    assert editors_browser.ask({"kind": "dismissals"}) == []
