"""A new person's first minute, by the buttons they press: pair, choose a site, write, mend, post."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser
from tests.browser.imitations import facebook

SSN = "536-22-8714"
INSULT = "complete moron"
DRAFT = f"At the City of Smyrna library Dana gave {SSN}. Whoever runs parking is a {INSULT}."


@pytest.fixture
def welcome(fresh_browser: Browser, companion: Companion) -> Page:
    fresh_browser.ask({"kind": "port", "port": companion.port})
    return fresh_browser.own_page("welcome.html")


def test_given_only_the_pages_then_a_person_pairs_chooses_writes_mends_and_posts(
    fresh_browser: Browser, welcome: Page, companion: Companion
) -> None:
    welcome.get_by_label("Code").fill(companion.code())
    welcome.get_by_role("button", name="Pair", exact=True).click()
    welcome.get_by_text("Paired. This browser and the companion know each other now").wait_for()
    welcome.get_by_role("switch", name="Facebook").check()
    expect(welcome.get_by_role("radio", name="on my own account").first).to_be_checked()

    site = facebook(fresh_browser)
    site.write(DRAFT)
    site.ours.find("button", "Foreword: 3 findings")
    site.page.mouse.click(*site.words_box(SSN).middle)
    site.ours.click("button", "^Remove")
    site.ours.until(lambda: SSN not in site.text(), "the number to go")
    site.page.mouse.click(*site.words_box(INSULT).middle)
    site.ours.click("button", "^Remove")
    site.ours.until(lambda: INSULT not in site.text(), "the insult to go")
    site.ours.find("button", "Foreword: 1 finding")
    site.page.keyboard.press("Escape")
    site.ours.click("button", "Foreword: 1 finding")
    site.ours.click("button", "short disclaimer")
    site.ours.until(lambda: "my own" in site.text(), "the disclaimer to come")
    site.ours.find("button", "Foreword: Clear")
    mended = site.text()
    site.press_post()
    site.ours.until(lambda: site.published() == [mended], "the post to be published")


def test_given_a_wrong_code_then_the_page_says_so_and_the_right_one_still_works(
    welcome: Page, companion: Companion
) -> None:
    right = companion.code()
    wrong = "".join(str((int(digit) + 1) % 10) for digit in right)
    for code in (wrong, right):
        welcome.get_by_label("Code").fill(code)
        welcome.get_by_role("button", name="Pair", exact=True).click()
        if code == wrong:
            expect(welcome.locator("#pair-result")).to_contain_text("code")
    welcome.get_by_text("Paired. This browser and the companion know each other now").wait_for()


def test_given_the_companions_own_page_then_one_click_pairs(fresh_browser: Browser, companion: Companion) -> None:
    fresh_browser.ask({"kind": "port", "port": companion.port})
    page = fresh_browser.context.new_page()
    page.goto(f"{companion.origin}/#code={companion.code()}")
    page.get_by_role("button", name="Pair my browser").click()
    page.locator("[data-foreword-pair-result]").filter(has_text="Paired").wait_for()
    assert fresh_browser.ask({"kind": "state"})["companion"]["kind"] == "ready"


def test_given_unpair_in_the_options_then_the_companion_knows_no_more(browser: Browser) -> None:
    options = browser.own_page("options.html")
    options.get_by_role("button", name="Unpair").click()
    expect(options.get_by_label("Code")).to_be_visible()
    assert browser.ask({"kind": "state"})["companion"] == {"kind": "unavailable", "reason": "not-paired"}
