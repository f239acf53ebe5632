"""Where Enter sends, some Enters do not: a line break, one that an input method or an open list of names has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser
from tests.browser.imitated import imitated
from tests.browser.on_site import OnSite
from tests.browser.places import PLACES

SSN = "536-22-8714"
DRAFT = f"Write down {SSN} somewhere safe"
COMMENT = next(place for place in PLACES if place.name == "facebook-comment")


@pytest.fixture(scope="module")
def browser(
    playwright: Playwright, companion: Companion, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    with imitated(playwright, tmp_path_factory.mktemp("keys"), {COMMENT.host: COMMENT.site}, companion) as running:
        yield running


@pytest.fixture
def comment(browser: Browser) -> Iterator[OnSite]:
    site = OnSite(browser.context, COMMENT)
    site.write(DRAFT)
    site.ours.find("button", r"Foreword: \d finding")
    yield site
    site.close()


def test_given_shift_and_enter_then_it_is_a_line_break_and_nobody_is_asked(comment: OnSite) -> None:
    comment.page.keyboard.press("Shift+Enter")
    comment.page.keyboard.type("and more")
    comment.ours.until(lambda: comment.text() == f"{DRAFT}\nand more", "the second line")
    assert comment.ours.seen("dialog", "[Ss]econd look") is None
    assert comment.published() == []


def test_given_an_enter_that_ends_a_composition_then_it_is_the_input_methods(comment: OnSite) -> None:
    cdp = comment.page.context.new_cdp_session(comment.page)
    cdp.send("Input.imeSetComposition", {"text": "にほん", "selectionStart": 3, "selectionEnd": 3})
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
    cdp.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
    cdp.send("Input.insertText", {"text": "日本"})
    cdp.send("Input.dispatchKeyEvent", {"type": "keyUp", **enter})
    comment.ours.until(lambda: comment.text() == f"{DRAFT}日本", "the composed characters")
    assert comment.ours.seen("dialog", "[Ss]econd look") is None
    assert comment.published() == []


@pytest.mark.parametrize(
    ("name", "value"), [("aria-expanded", "true"), ("aria-activedescendant", "third-name")], ids=str
)
def test_given_an_open_list_of_names_then_enter_is_left_to_it(comment: OnSite, name: str, value: str) -> None:
    """The imitation has no such list: what is not held, it takes for a post."""
    comment.field.evaluate("(field, [name, value]) => field.setAttribute(name, value)", [name, value])
    comment.page.keyboard.press("Enter")
    comment.ours.until(lambda: comment.published() == [DRAFT], "the key to arrive")
    assert comment.ours.seen("dialog", "[Ss]econd look") is None
