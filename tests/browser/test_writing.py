"""While somebody writes: the right words are underlined, a fix mends them, the site's undo takes it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Browser
from tests.browser.imitations import Site, facebook, nextdoor, x

Open = Callable[[Browser], Site]
EVERY_SITE = pytest.mark.parametrize("open_site", [facebook, x, nextdoor])

SSN = "536-22-8714"
DRAFT = f"\U0001f600 Write down {SSN} somewhere safe"
MENDED = "\U0001f600 Write down somewhere safe"


@EVERY_SITE
def test_given_an_ssn_when_typed_then_its_digits_are_underlined(browser: Browser, open_site: Open) -> None:
    site = open_site(browser)
    site.write(DRAFT)
    site.ours.find("button", r"Foreword.*1")
    underlined = site.underlines()
    assert len(underlined) == 1
    assert underlined[0].near(site.words_box(SSN)), (underlined, site.words_box(SSN))


@EVERY_SITE
def test_given_a_finding_when_fixed_then_one_undo_brings_the_words_back(browser: Browser, open_site: Open) -> None:
    site = open_site(browser)
    site.write(DRAFT)
    site.open_card(SSN)
    site.ours.click("button", "^Remove")
    site.ours.until(lambda: SSN not in site.text(), "the number to go")
    assert site.text() == MENDED
    site.page.keyboard.press("Control+z")
    site.ours.until(lambda: site.text() == DRAFT, "one undo to restore the draft")


@EVERY_SITE
def test_given_a_fix_when_typing_goes_on_then_the_caret_is_where_it_was(browser: Browser, open_site: Open) -> None:
    site = open_site(browser)
    site.write(DRAFT)
    site.ours.click("button", r"Foreword.*1")
    site.ours.click("button", "^Remove")
    site.ours.until(lambda: SSN not in site.text(), "the number to go")
    site.page.keyboard.type("!")
    assert site.text() == MENDED + "!"


@EVERY_SITE
def test_given_a_harmless_draft_then_the_badge_says_so_and_nothing_is_underlined(
    browser: Browser, open_site: Open
) -> None:
    site = open_site(browser)
    site.write("Pancakes for supper again, and nobody complains.")
    site.ours.find("button", "Foreword.*[Nn]othing|Foreword.*[Cc]lear|Foreword.*OK")
    assert site.underlines() == []


def test_given_three_equal_words_when_the_middle_one_is_fixed_then_only_it_goes(browser: Browser) -> None:
    site = facebook(browser)
    site.write(f"a {SSN} b {SSN} c {SSN} d")
    site.ours.find("button", r"Foreword.*3")
    site.page.mouse.click(*site.words_box(SSN, nth=1).middle)
    site.ours.click("button", "^Remove")
    site.ours.until(lambda: site.text().count(SSN) == 2, "one of three to go")
    assert site.text() == f"a {SSN} b c {SSN} d"


def test_given_words_before_it_change_then_the_underline_stays_on_its_words(browser: Browser) -> None:
    site = nextdoor(browser)
    site.write(DRAFT)
    site.ours.find("button", r"Foreword.*1")
    site.page.keyboard.press("Control+Home")
    site.page.keyboard.type("Well: ")
    site.ours.until(
        lambda: any(u.near(site.words_box(SSN)) for u in site.underlines()), "the underline to follow its words"
    )


def test_given_a_dismissed_finding_then_it_can_be_brought_back(browser: Browser) -> None:
    site = x(browser)
    site.write(DRAFT)
    site.open_card(SSN)
    site.ours.click("button", "[Ii]gnore in this draft")
    site.ours.until(lambda: site.underlines() == [], "the underline to go")
    site.ours.click("button", "Undo")
    site.ours.until(site.underlines, "the underline to come back")


def test_given_a_phrase_dismissed_on_a_site_then_it_stays_quiet_there_and_is_listed_without_its_words(
    browser: Browser,
) -> None:
    site = x(browser)
    site.write(DRAFT)
    site.open_card(SSN)
    site.ours.click("button", "[Ii]gnore this phrase")
    site.ours.until(lambda: site.underlines() == [], "the underline to go")

    again = x(browser)
    again.write(DRAFT)
    again.ours.find("button", "Foreword.*[Nn]othing|Foreword.*[Cc]lear|Foreword.*OK")

    options = browser.own_page("options.html")
    options.get_by_text("x.com").first.wait_for()
    assert SSN not in options.locator("body").inner_text()
    stored = options.evaluate("async () => JSON.stringify(await chrome.storage.local.get())")
    assert SSN not in stored


def test_given_what_we_draw_then_the_editor_and_the_post_hold_nothing_of_ours(browser: Browser) -> None:
    site = facebook(browser)
    site.write(DRAFT)
    site.ours.find("button", r"Foreword.*1")
    inside = site.page.evaluate("() => document.querySelector('[data-lexical-editor]').innerHTML")
    assert "foreword" not in inside.lower()
    assert site.page.evaluate("() => modelText()") == DRAFT
    (host,) = site.ours.hosts()
    assert host["nodeName"] != "BODY"
    assert site.page.evaluate("() => document.body.innerHTML.toLowerCase().includes('foreword')") is False


def test_given_a_password_then_nothing_of_it_is_read(browser: Browser) -> None:
    site = nextdoor(browser)
    site.page.click("input[type=password]")
    site.page.keyboard.type(SSN)
    site.write("Good morning to all of you.")
    site.ours.find("button", "Foreword.*[Nn]othing|Foreword.*[Cc]lear|Foreword.*OK")
    assert site.ours.seen("button", r"Foreword.*\d") is None
