"""A fix takes exactly the words it is about: of several equal ones, across a link, and never half of a mention."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Browser
from tests.browser.editor_pages import EDITORS, open_editor

SSN, SHORT = "536-22-8714", "XXX-XX-8714"
BY_NAME = {editor.name: editor for editor in EDITORS}
ONE_OF_EACH_WAY = ["textarea", "contenteditable", "quill", "prosemirror", "lexical", "draft", "slate", "trix"]
"""Editors by how they take a fix (docs/compatibility.md); the second of three, partly bold, is tried in all of them."""


@pytest.fixture
def page(editors_browser: Browser) -> Iterator[Page]:
    page = editors_browser.context.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("name", ONE_OF_EACH_WAY)
def test_given_three_equal_words_when_the_first_and_then_the_last_is_fixed_then_the_middle_one_stays(
    page: Page, name: str
) -> None:
    editor = open_editor(page, BY_NAME[name])
    editor.write(f"a {SSN} b {SSN} c {SSN} d")
    editor.ours.find("button", r"Foreword.*3 findings")
    editor.press_words(SSN, 0)
    editor.ours.click("button", "^Show only")
    editor.until_text(f"a {SHORT} b {SSN} c {SSN} d")
    editor.ours.find("StaticText", "^Done")
    editor.ours.find("button", r"Foreword.*2 findings")
    page.keyboard.press("Escape")
    editor.press_words(SSN, 1)
    editor.ours.click("button", "^Show only")
    editor.until_text(f"a {SHORT} b {SSN} c {SHORT} d")


def test_given_words_that_begin_in_a_link_then_the_fix_takes_all_of_them_and_one_undo_brings_them_back(
    page: Page,
) -> None:
    editor = open_editor(page, BY_NAME["contenteditable"])
    editor.click()
    html = f'See <a href="#">the list {SSN[:4]}</a><b>{SSN[4:6]}</b>{SSN[6:]} today'
    page.evaluate("html => { document.querySelector('.box').innerHTML = html }", html)
    editor.ours.find("button", r"Foreword.*1 finding")
    editor.press_words(SSN)
    editor.ours.click("button", "^Show only")
    editor.until_text(f"See the list {SHORT} today")
    page.keyboard.press("Control+z")
    editor.until_text(f"See the list {SSN} today")
    assert editor.saved() == html


def test_given_words_partly_in_a_mention_then_nothing_is_changed_and_a_copy_is_offered(page: Page) -> None:
    editor = open_editor(page, BY_NAME["contenteditable"])
    editor.click()
    html = f'Ask <span contenteditable="false">@list {SSN[:4]}</span>{SSN[4:]} today'
    page.evaluate("html => { document.querySelector('.box').innerHTML = html }", html)
    editor.ours.find("button", r"Foreword.*1 finding")
    editor.ours.click("button", r"Foreword.*1 finding")
    editor.ours.click("button", "^Show only")
    editor.ours.find("button", "Copy the fix")
    assert editor.saved() == html
