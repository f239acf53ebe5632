"""Editors that draw their words by themselves: the page does not hold their text, and the badge says so in sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Browser
from tests.browser.editor_pages import Editor, EditorPage, open_editor

SSN = "536-22-8714"
DRAFT = f"Write down {SSN} somewhere safe"
DRAWN = [
    (Editor("monaco", "Monaco", ".monaco-editor .view-lines"), ""),
    (Editor("monaco", "Monaco with EditContext", ".monaco-editor .view-lines"), "?editContext"),
    (Editor("ace", "Ace", ".ace_content"), ""),
    (Editor("codemirror5", "CodeMirror 5", ".CodeMirror-lines"), ""),
    (Editor("codemirror5", "CodeMirror 5, contenteditable", ".CodeMirror-lines"), "?contenteditable"),
]


@pytest.fixture
def editor(editors_browser: Browser, request: pytest.FixtureRequest) -> Iterator[EditorPage]:
    drawn, query = request.param
    opened = open_editor(editors_browser.context.new_page(), drawn, query)
    yield opened
    opened.page.close()


every_one = pytest.mark.parametrize("editor", DRAWN, ids=[drawn.title for drawn, _ in DRAWN], indirect=True)


@every_one
def test_given_an_editor_that_draws_its_words_then_it_says_not_checked_and_why_in_sight(editor: EditorPage) -> None:
    editor.write(DRAFT)
    editor.ours.click("button", "Foreword: Not checked")
    editor.ours.find("StaticText", "cannot read this field reliably")
    editor.page.keyboard.press("Escape")
    editor.ours.gone("dialog", "")
    editor.page.keyboard.type("!")
    editor.until_text(DRAFT + "!")
    assert editor.underlines() == []
    editor.press_post()
    editor.ours.until(lambda: editor.published() == [DRAFT + "!"], "the post: what nobody can check is not held")


@every_one
def test_given_only_a_keyboard_then_the_caret_goes_back_into_the_editor(editor: EditorPage) -> None:
    editor.write(DRAFT)
    editor.ours.find("button", "Foreword: Not checked")
    focus_badge(editor.page, editor)
    editor.page.keyboard.press("Enter")
    editor.ours.find("dialog", "")
    editor.page.keyboard.press("Escape")
    editor.ours.gone("dialog", "")
    editor.page.keyboard.type("!")
    editor.until_text(DRAFT + "!")


def focus_badge(page: Page, editor: EditorPage) -> None:
    page.locator(".post").focus()
    while not editor.ours.is_focused(editor.ours.find("button", "Foreword: Not checked")):
        page.keyboard.press("Tab")
