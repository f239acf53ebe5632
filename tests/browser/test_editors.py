"""Every editor, every behaviour: one scenario each, the same for all (docs/compatibility.md shows the outcome)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import Browser
from tests.browser.editor_pages import EDITORS, Editor, EditorPage, open_editor
from tests.browser.matrix import Outcomes

SSN, SHORT = "536-22-8714", "XXX-XX-8714"
DRAFT = f"\U0001f600 Write down {SSN} somewhere safe"
MENDED = DRAFT.replace(SSN, SHORT)
KEY_PRESS_MS = 300  # a person's slow one; some editors hear of a moved caret a while later
OURS = ("foreword", "fw-", "<mark", "highlight(")

EVERY_EDITOR = pytest.mark.parametrize("editor", EDITORS, ids=lambda editor: editor.name)


@pytest.fixture(scope="module")
def outcomes() -> Iterator[Outcomes]:
    outcomes = Outcomes()
    yield outcomes
    outcomes.keep()


@pytest.fixture
def page(editors_browser: Browser, editor: Editor) -> Iterator[EditorPage]:
    page = editors_browser.context.new_page()
    yield open_editor(page, editor)
    page.close()


def mend(page: EditorPage, nth: int = 0) -> None:
    """Open the card at these words and press its fix."""
    page.press_words(SSN, nth)
    page.ours.click("button", "^Show only")


@EVERY_EDITOR
def test_given_a_finding_then_its_words_are_underlined_mended_and_brought_back(
    page: EditorPage, editor: Editor, outcomes: Outcomes
) -> None:
    saved_before = page.saved()
    with outcomes.record(editor.name, "read"):
        page.write(DRAFT)
        page.ours.find("button", r"Foreword.*1 finding")
        assert page.text() == DRAFT
    with outcomes.record(editor.name, "underline"):
        page.ours.until(lambda: page.are_underlined(SSN), "the number's underline")
    with outcomes.record(editor.name, "clean"):
        assert not any(mark in page.saved().lower() for mark in OURS)
        assert page.text() == DRAFT
        assert page.saved() != saved_before
    with outcomes.record(editor.name, "fix"):
        mend(page)
        page.until_text(MENDED)
    with outcomes.record(editor.name, "undo"):
        page.page.keyboard.press("Control+z")
        page.until_text(DRAFT)


@EVERY_EDITOR
def test_given_a_fix_then_typing_goes_on_where_the_caret_was(
    page: EditorPage, editor: Editor, outcomes: Outcomes
) -> None:
    with outcomes.record(editor.name, "caret"):
        page.write(DRAFT)
        page.ours.click("button", r"Foreword.*1 finding")
        page.ours.click("button", "^Show only")
        page.until_text(MENDED)
        page.page.keyboard.type("!")
        page.until_text(MENDED + "!")
        page.until_drawn()
        page.page.keyboard.press("ArrowLeft", delay=KEY_PRESS_MS)
        page.until_drawn()
        page.page.keyboard.press("Backspace")
        page.page.keyboard.type("x")
        page.until_text(MENDED[:-1] + "x!")


@EVERY_EDITOR
def test_given_three_equal_words_partly_bold_when_the_second_is_fixed_then_only_that_one(
    page: EditorPage, editor: Editor, outcomes: Outcomes
) -> None:
    with outcomes.record(editor.name, "bold"):
        page.write(f"a {SSN} b {SSN[:4]}")
        keys = page.page.keyboard
        if editor.is_rich:
            keys.press("Control+b")
        keys.type(SSN[4:6])
        if editor.is_rich:
            keys.press("Control+b")
        keys.type(f"{SSN[6:]} c {SSN} d")
        page.ours.find("button", r"Foreword.*3 findings")
        mend(page, nth=1)
        page.until_text(f"a {SSN} b {SHORT} c {SSN} d")
        keys.press("Control+z")
        page.until_text(f"a {SSN} b {SSN} c {SSN} d")


@EVERY_EDITOR
def test_given_someone_who_types_during_the_fix_then_both_arrive(
    page: EditorPage, editor: Editor, outcomes: Outcomes
) -> None:
    with outcomes.record(editor.name, "typing"):
        page.write(DRAFT)
        page.ours.click("button", r"Foreword.*1 finding")
        page.ours.click("button", "^Show only")
        page.page.keyboard.type(", please")
        page.until_text(MENDED + ", please")


@EVERY_EDITOR
def test_given_an_input_method_that_composes_then_its_characters_stay_whole(
    page: EditorPage, editor: Editor, outcomes: Outcomes
) -> None:
    if not editor.composes:
        outcomes.limit(editor.name, "composing", "fails without us, too")
        return
    with outcomes.record(editor.name, "composing"):
        page.write(DRAFT + " ")
        page.ours.find("button", r"Foreword.*1 finding")
        cdp = page.page.context.new_cdp_session(page.page)
        for so_far in ("に", "にほ", "にほん"):
            cdp.send("Input.imeSetComposition", {"text": so_far, "selectionStart": 3, "selectionEnd": 3})
            page.page.evaluate("() => new Promise(requestAnimationFrame)")
            assert page.ours.seen("button", r"Foreword.*1 finding")
        cdp.send("Input.insertText", {"text": "日本"})
        page.until_text(DRAFT + " 日本")
        page.ours.until(lambda: page.are_underlined(SSN), "the number's underline")


@EVERY_EDITOR
def test_given_a_warning_when_post_is_pressed_then_the_second_look_asks_and_it_is_posted_once(
    page: EditorPage, editor: Editor, outcomes: Outcomes
) -> None:
    with outcomes.record(editor.name, "submit"):
        page.write(DRAFT)
        page.ours.find("button", r"Foreword.*1 finding")
        page.press_post()
        page.ours.find("button", "Post anyway")
        assert page.published() == []
        page.ours.click("button", "Post anyway")
        page.ours.until(page.published, "the post")
        page.ours.gone("button", "Post anyway")
        assert [post.strip() for post in page.published()] == [DRAFT]
