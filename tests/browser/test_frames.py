"""A composer in a frame of another site belongs to that site, which is switched on by itself."""

from __future__ import annotations

from playwright.sync_api import Frame

from tests.browser.conftest import Browser
from tests.browser.editor_pages import EDITORS, HOST, EditorPage, open_editor
from tests.browser.ours import Ours

BY_NAME = {editor.name: editor for editor in EDITORS}
OTHER = f"other.{HOST}"
SSN = "536-22-8714"


def with_frame(browser: Browser) -> tuple[EditorPage, Frame]:
    """A page with a composer, and in it a frame of another site with one."""
    outer = open_editor(browser.context.new_page(), BY_NAME["contenteditable"])
    url = f"https://{OTHER}/contenteditable"
    outer.page.evaluate(
        """async url => {
          const frame = document.createElement('iframe');
          frame.src = url;
          document.querySelector('.place').append(frame);
          await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
        }""",
        url,
    )
    frame = outer.page.frame(url=url)
    assert frame
    frame.locator("[contenteditable]").click()
    outer.page.keyboard.type(f"number {SSN} here")
    return outer, frame


def test_given_a_frame_of_a_site_that_is_not_switched_on_then_it_is_not_read(editors_browser: Browser) -> None:
    outer, frame = with_frame(editors_browser)
    outer.write(f"number {SSN} here")
    outer.ours.until(lambda: outer.are_underlined(SSN), "the underline in the page, asked for later than the frame's")
    assert frame.evaluate("() => CSS.highlights.size") == 0
    outer.page.close()


def test_given_a_frame_of_a_site_that_is_switched_on_then_it_is_read(editors_browser: Browser) -> None:
    editors_browser.switch_on(OTHER)
    outer, frame = with_frame(editors_browser)
    frame.wait_for_function("() => CSS.highlights.size > 0")
    outer.page.close()
    editors_browser.ask({"kind": "switch-site", "host": OTHER, "on": False, "mode": "personal"})


HINT = "a button outside of the frame gets no second look"


def test_given_a_frame_of_another_site_without_a_button_then_the_badge_says_what_is_out_of_reach(
    editors_browser: Browser,
) -> None:
    editors_browser.switch_on(OTHER)
    outer, frame = with_frame(editors_browser)
    frame.evaluate("() => document.querySelector('.post').remove()")
    Ours(outer.page).find("StaticText", HINT)
    outer.page.close()
    editors_browser.ask({"kind": "switch-site", "host": OTHER, "on": False, "mode": "personal"})


def test_given_a_frame_of_another_site_with_its_button_then_it_is_held_and_nothing_is_out_of_reach(
    editors_browser: Browser,
) -> None:
    editors_browser.switch_on(OTHER)
    outer, frame = with_frame(editors_browser)
    frame.wait_for_function("() => CSS.highlights.size > 0")
    frame.locator(".post").click()
    ours = Ours(outer.page)
    ours.find("dialog", "[Ss]econd look")
    assert ours.seen("StaticText", HINT) is None
    outer.page.close()
    editors_browser.ask({"kind": "switch-site", "host": OTHER, "on": False, "mode": "personal"})
