""" "Try a draft" in a real browser, without the extension and (last) with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, Playwright, expect

from tests.browser.companion_process import Companion
from tests.browser.conftest import ARGUMENTS, Browser, chromium
from tests.running import Running, running


@pytest.fixture(scope="module")
def plain_chromium(playwright: Playwright) -> Iterator[Chromium]:
    """Without the extension."""
    launched = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
    yield launched
    launched.close()


@contextmanager
def opened(plain_chromium: Chromium, server: Running, code: str | None) -> Iterator[Page]:
    """The page in a profile of its own; afterwards nothing may have gone wrong or elsewhere."""
    context = plain_chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(server.origin + "/" + (f"#code={code}" if code else ""))
    yield page
    context.close()
    assert [url for url in asked if not url.startswith(server.origin + "/")] == []
    assert not [url for url in asked if code and code in url.partition("#")[0]]
    assert wrong == []


@pytest.fixture
def page(plain_chromium: Chromium, companion_server: Running) -> Iterator[Page]:
    """Opened as `foreword run` opens it, any site chosen."""
    with opened(plain_chromium, companion_server, companion_server.book.new_code("command")) as ready:
        expect(ready.locator("#companion-state")).to_have_text("Companion ready")
        yield ready


def draft(page: Page) -> str:
    return page.locator("#draft").input_value()


def marked(page: Page) -> list[str]:
    return page.locator("#mirror mark").all_text_contents()


def write(page: Page, text: str) -> None:
    page.locator("#draft").click()
    page.keyboard.type(text)


def test_given_the_code_in_the_address_then_the_page_opens_and_forgets_it(
    page: Page, companion_server: Running
) -> None:
    assert page.url == companion_server.origin + "/"
    expect(page.locator("#state")).to_have_text("Type a draft, or take an example. Advice appears here as you write.")
    page.reload()
    expect(page.locator("#try")).to_be_visible()


def test_given_no_code_then_it_is_asked_for_and_a_wrong_one_is_said(
    plain_chromium: Chromium, companion_server: Running
) -> None:
    with opened(plain_chromium, companion_server, None) as page:
        expect(page.locator("#try")).to_be_hidden()
        right = companion_server.book.new_code("command")
        page.get_by_role("textbox", name="Code").fill(f"{(int(right) + 1) % 1_000_000:06}")
        page.get_by_role("button", name="Open").click()
        expect(page.get_by_role("alert")).to_have_text(
            "This code is wrong, used already or older than ten minutes. Ask for a new one."
        )
        page.get_by_role("textbox", name="Code").fill(f"{right[:3]} {right[3:]}")
        page.keyboard.press("Enter")
        expect(page.locator("#try")).to_be_visible()


def test_given_findings_then_marks_cards_and_words_agree(page: Page) -> None:
    write(page, "😀 Harbor is run by an idiot, surely: 536-22-8147.")
    expect(page.locator("#state")).to_have_text(
        "4 findings: 1 serious, 1 warning, 1 advice, 1 good to know, read as a personal post"
    )
    assert marked(page) == ["idiot", "surely", "536-22-8147"]
    assert page.locator(".finding h3").all_text_contents() == [
        "May be a private number",
        "May read as an insult",
        "Readers may take this for the town's word",
        "Good to know",
    ]
    first = page.locator(".finding").first
    expect(first).to_contain_text("Serious: likely to do harm")
    expect(first).to_contain_text("Whoever reads it can use it.")
    first.locator("summary").click()
    expect(first).to_contain_text("A.2 Private numbers stay private.")
    expect(page.locator(".finding").nth(1)).to_contain_text("The town clerk: Ask before posting.")


def test_given_a_mark_then_it_lies_under_its_words(page: Page) -> None:
    write(page, "One line\nand then 👩‍👧 an idiot here")
    mark = page.locator("#mirror mark")
    expect(mark).to_have_text("idiot")
    # What the browser itself paints for the same words in the field: its selection, measured through a copy of it.
    measured = page.evaluate(
        """() => {
          const area = document.querySelector('#draft');
          const copy = document.createElement('div');
          const style = getComputedStyle(area);
          for (const name of style) copy.style.setProperty(name, style.getPropertyValue(name));
          const box = area.getBoundingClientRect();
          Object.assign(copy.style, {position: 'fixed', left: `${box.left}px`, top: `${box.top}px`});
          const text = document.createTextNode(area.value);
          copy.append(text);
          document.body.append(copy);
          const range = document.createRange();
          const start = area.value.indexOf('idiot');
          range.setStart(text, start);
          range.setEnd(text, start + 5);
          const {left, right} = range.getBoundingClientRect();
          copy.remove();
          return [left, right];
        }"""
    )
    box = mark.bounding_box()
    assert box is not None
    assert abs(box["x"] - measured[0]) <= 1
    assert abs(box["x"] + box["width"] - measured[1]) <= 1


def test_given_a_fix_when_pressed_then_it_is_in_the_draft_and_one_undo_takes_it_back(page: Page) -> None:
    write(page, "What an idiot he is.")
    page.get_by_role("button", name="Say “person”").click()
    expect(page.locator("#draft")).to_have_value("What an person he is.")
    expect(page.locator("#verdict")).to_have_attribute("data-state", "clear")
    page.keyboard.press("Control+z")
    expect(page.locator("#draft")).to_have_value("What an idiot he is.")
    expect(page.locator("#verdict")).to_have_attribute("data-state", "findings")


def test_given_a_fix_when_its_undo_button_is_pressed_then_the_draft_is_as_before(page: Page) -> None:
    write(page, "It is 536-22-8147, he said.")
    page.get_by_role("button", name="Take the number out").click()
    expect(page.locator("#draft")).to_have_value("It is, he said.")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#draft")).to_have_value("It is 536-22-8147, he said.")


def test_given_another_mode_site_or_surface_then_the_same_words_are_read_again(page: Page) -> None:
    write(page, "Harbor is lovely today, and so is everyone.")
    expect(page.locator(".fixes button")).to_have_count(2)
    page.get_by_role("combobox", name="Where").select_option("Pier")
    expect(page.locator("#counter")).to_have_text("43 of 60 characters")
    expect(page.locator(".fixes button")).to_have_text(["Add the short disclaimer"])
    page.get_by_role("combobox", name="What").select_option("Comment")
    expect(page.locator("#state")).to_have_text("1 finding: 1 advice, read as a personal comment on Pier")
    page.get_by_role("radio", name="The City").check()
    expect(page.locator("#state")).to_have_text("Nothing found, read as an official comment on Pier")


def test_given_typing_before_a_mark_then_the_mark_moves_along_at_once(page: Page) -> None:
    write(page, "an idiot")
    expect(page.locator("#mirror mark")).to_have_text("idiot")
    page.keyboard.press("Home")
    page.keyboard.type("So ")
    before_mark = page.evaluate("() => document.querySelector('#mirror mark').previousSibling.textContent")
    assert (before_mark, draft(page)) == ("So an ", "So an idiot")


def test_given_words_on_a_card_when_pressed_then_they_are_selected(page: Page) -> None:
    write(page, "😀 what an idiot")
    page.get_by_role("button", name="Show “idiot” in the draft").click()
    assert page.evaluate("() => getSelection().toString()") == "idiot"


def test_given_every_example_then_it_is_read_without_error(page: Page) -> None:
    examples = page.locator("#examples button")
    for index in range(examples.count()):
        examples.nth(index).click()
        expect(page.locator("#verdict")).to_have_attribute("data-state", re.compile("clear|findings"))
        assert draft(page)


def test_given_only_the_keyboard_then_a_fix_can_be_reached_and_pressed(page: Page) -> None:
    write(page, "It is 536-22-8147.")
    fix = page.get_by_role("button", name="Take the number out")
    expect(fix).to_be_visible()
    for _ in range(20):
        page.keyboard.press("Tab")
        if fix.evaluate("element => element === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#draft")).to_have_value("It is.")


def test_given_the_companion_stops_then_not_checked_and_when_it_is_back_checked(
    plain_chromium: Chromium, tmp_path: Path
) -> None:
    with running(tmp_path) as server:
        code = server.book.new_code("command")
        browsing = opened(plain_chromium, server, code)
        page = browsing.__enter__()
        write(page, "an idiot")
        expect(page.locator("#verdict")).to_have_attribute("data-state", "findings")
    page.keyboard.type("!")
    expect(page.locator("#state")).to_have_text(
        "Not checked. The companion does not answer. Start it again with foreword run."
    )
    expect(page.locator("#companion-state")).to_have_text("Companion stopped")
    expect(page.locator("#mirror mark")).to_have_count(0)
    browsing.__exit__(None, None, None)


def test_given_the_pairing_is_ended_then_the_page_asks_for_a_code_and_keeps_the_draft(
    plain_chromium: Chromium, tmp_path: Path
) -> None:
    with running(tmp_path) as server, opened(plain_chromium, server, server.book.new_code("command")) as page:
        write(page, "an idiot")
        expect(page.locator("#verdict")).to_have_attribute("data-state", "findings")
        server.book.unpair(None)
        page.keyboard.type("!")
        expect(page.locator("#enter")).to_be_visible()
        page.get_by_role("textbox", name="Code").fill(server.book.new_code("command"))
        page.keyboard.press("Enter")
        expect(page.locator("#draft")).to_have_value("an idiot!")
        expect(page.locator("#verdict")).to_have_attribute("data-state", "findings")


def test_given_the_page_then_every_control_has_a_name_and_nothing_overflows_on_a_phone(page: Page) -> None:
    write(page, "Harbor is run by an idiot: 536-22-8147.")
    expect(page.locator(".finding")).to_have_count(3)
    page.set_viewport_size({"width": 340, "height": 700})
    too_wide = (
        "() => [...document.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)"
    )
    assert page.evaluate(too_wide + ".map((e) => `${e.tagName} ${e.className}`)") == []
    unnamed = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, textarea')]
          .filter((e) => !e.closest('[hidden]') && !e.labels?.length && !e.ariaLabel && !e.textContent.trim())
          .map((e) => e.outerHTML)"""
    )
    assert unnamed == []


def test_given_the_extension_then_one_click_pairs_it_and_the_page_lists_it(
    fresh_browser: Browser, companion: Companion
) -> None:
    fresh_browser.ask({"kind": "port", "port": companion.port})
    page = fresh_browser.context.new_page()
    page.goto(f"{companion.origin}/#code={companion.code()}")
    button = page.get_by_role("button", name="Pair my browser’s Foreword")
    listed = page.locator("#paired li", has_text="Foreword in Chromium")
    expect(button).to_be_enabled()
    button.click()
    expect(listed.first).to_be_visible()
    assert fresh_browser.ask({"kind": "state"})["companion"]["kind"] == "ready"
    paired = listed.count()
    listed.last.get_by_role("button").click()
    expect(listed).to_have_count(paired - 1)
    assert fresh_browser.ask({"kind": "state"})["companion"] == {"kind": "unavailable", "reason": "not-paired"}
