"""A field that does not take a fix keeps its text, and the card offers to copy the words instead."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Browser
from tests.browser.editor_pages import EDITORS, EditorPage, open_editor

SSN = "536-22-8714"
DRAFT = f"Write down {SSN} somewhere safe"
BY_NAME = {editor.name: editor for editor in EDITORS}


@pytest.fixture
def page(editors_browser: Browser) -> Iterator[Page]:
    page = editors_browser.context.new_page()
    yield page
    page.close()


def offers_a_copy(editor: EditorPage, fix: str, text: str) -> None:
    """Presses the fix; the text stays what it is, and the words go to the clipboard on a press more."""
    editor.ours.click("button", r"Foreword.*finding")
    editor.ours.click("button", fix)
    editor.ours.find("button", "[Cc]opy")
    assert editor.text() == text


# How a page keeps a fix out, and what is in the way of telling it at once.
REFUSALS = {
    "made read-only meanwhile": ("textarea", "field => { field.readOnly = true }"),
    "no longer editable": ("contenteditable", "box => { box.contentEditable = 'false' }"),
    "puts its own text back": (
        "contenteditable",
        "box => { const text = box.textContent; box.addEventListener('input', () => { box.textContent = text }) }",
    ),
    "a field that puts its own text back": (
        "textarea",
        "field => { const text = field.value; field.addEventListener('input', () => { field.value = text }) }",
    ),
}


@pytest.mark.parametrize("how", REFUSALS)
def test_given_a_field_that_refuses_then_its_text_is_intact_and_a_copy_is_offered(page: Page, how: str) -> None:
    name, script = REFUSALS[how]
    editor = open_editor(page, BY_NAME[name])
    editor.write(DRAFT)
    editor.ours.find("button", r"Foreword.*1 finding")
    editor.frame.locator(editor.editor.composer).first.evaluate(script)
    offers_a_copy(editor, "^Show only", DRAFT)


def test_given_a_field_that_is_full_when_a_longer_fix_is_pressed_then_it_is_not_cut(page: Page) -> None:
    editor = open_editor(page, BY_NAME["textarea"])
    text = "The City of Smyrna closes the library too early on Sundays."
    page.locator("textarea").evaluate("(field, limit) => { field.maxLength = limit }", len(text) + 5)
    editor.write(text)
    offers_a_copy(editor, "disclaimer", text)


def test_given_an_editor_that_draws_only_what_is_in_view_then_it_says_not_checked(page: Page) -> None:
    editor = open_editor(page, BY_NAME["codemirror"])
    page.add_style_tag(content=".cm-editor { height: 120px } .cm-scroller { overflow: auto }")
    editor.write(DRAFT)
    editor.ours.find("button", r"Foreword.*1 finding")
    page.keyboard.insert_text("\nline" * 2_000)
    editor.ours.find("button", "Foreword: Not checked")
    assert editor.underlines() == []
