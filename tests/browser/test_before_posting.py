"""The second look: asks once, never blocks, posts exactly what was written exactly once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.companion_process import Companion
from tests.browser.conftest import SITES, Browser
from tests.browser.imitations import Site, facebook, nextdoor, x

Open = Callable[[Browser], Site]
EVERY_SITE = pytest.mark.parametrize("open_site", [facebook, x, nextdoor])
SSN = "536-22-8714"
DRAFT = f"Write down {SSN} somewhere safe"
MENDED = "Write down somewhere safe"
INSULT = "complete moron"
INSULTING = f"Whoever runs parking is a {INSULT}. Pancakes for supper again."


def asked_before_posting(site: Site) -> Site:
    """The draft is written, Post was pressed, and the second look is open."""
    site.write(DRAFT)
    site.ours.find("button", r"Foreword.*1")
    site.press_post()
    site.ours.find("dialog", "[Ss]econd look")
    return site


@EVERY_SITE
def test_given_an_open_finding_when_posting_then_a_second_look_is_offered(browser: Browser, open_site: Open) -> None:
    site = asked_before_posting(open_site(browser))
    assert site.published() == []


@EVERY_SITE
def test_given_the_second_look_when_posted_anyway_then_it_is_published_once(browser: Browser, open_site: Open) -> None:
    site = open_site(browser)
    site.write(DRAFT)
    site.ours.find("button", r"Foreword.*1")
    site.press_post()
    site.ours.click("button", "Post anyway")
    site.ours.until(lambda: site.published() == [DRAFT], "the post to be published")
    site.ours.gone("dialog", "[Ss]econd look")


@EVERY_SITE
def test_given_the_second_look_when_editing_then_the_draft_is_kept(browser: Browser, open_site: Open) -> None:
    site = asked_before_posting(open_site(browser))
    site.page.keyboard.press("Escape")
    site.ours.gone("dialog", "[Ss]econd look")
    assert site.text() == DRAFT
    site.page.keyboard.type("!")
    assert site.text() == DRAFT + "!"
    assert site.published() == []


@EVERY_SITE
def test_given_the_second_look_when_fixed_there_then_the_mended_draft_is_published(
    browser: Browser, open_site: Open
) -> None:
    site = asked_before_posting(open_site(browser))
    site.ours.click("button", "^Remove")
    site.ours.until(lambda: "Nothing left to look at" in site.ours.text(), "the fix to be done")
    site.ours.click("button", "^Post$")  # at once: one press counts, though the mended text has no answer yet
    site.ours.until(lambda: site.published() == [MENDED], "the mended post")


@EVERY_SITE
def test_given_the_second_look_when_fixed_and_posted_by_keys_alone_then_the_mended_draft_is_published(
    browser: Browser, open_site: Open
) -> None:
    site = asked_before_posting(open_site(browser))
    while not site.ours.is_focused(site.ours.find("button", "^Remove")):
        site.page.keyboard.press("Tab")
    site.page.keyboard.press("Enter")
    site.ours.until(lambda: site.ours.is_focused(site.ours.find("button", "^Post$")), "Post to be in focus")
    site.page.keyboard.press("Enter")
    site.ours.until(lambda: site.published() == [MENDED], "the mended post")


def test_given_words_that_a_citizen_may_say_then_the_second_look_says_so(browser: Browser) -> None:
    site = facebook(browser)
    site.write(f"The overtime policy of the City of Smyrna is unfair to the crews. My number is {SSN}.")
    site.ours.find("button", r"Foreword: \d findings")
    site.press_post()
    site.ours.find("dialog", "[Ss]econd look")
    site.ours.find("StaticText", "You may say this as a citizen; disagreeing with a policy is fine")


def test_given_ctrl_enter_then_the_second_look_comes_and_post_anyway_posts(browser: Browser) -> None:
    site = x(browser)
    site.write(DRAFT)
    site.ours.find("button", r"Foreword.*1")
    site.page.keyboard.press("Control+Enter")
    site.ours.find("dialog", "[Ss]econd look")
    assert site.published() == []
    site.ours.click("button", "Post anyway")
    site.ours.until(lambda: site.published() == [DRAFT], "the post to be published")


def test_given_post_anyway_then_the_same_text_is_not_asked_about_again_but_another_is(browser: Browser) -> None:
    site = x(browser)
    for expected in ([DRAFT], [DRAFT, DRAFT]):
        site.write(DRAFT)
        site.ours.find("button", r"Foreword.*1")
        site.press_post()
        if len(expected) == 1:
            site.ours.click("button", "Post anyway")
        site.ours.until(lambda e=expected: site.published() == e, "the post to be published")  # type: ignore[misc]
    site.write("Another: " + DRAFT)
    site.ours.find("button", r"Foreword.*1")
    site.press_post()
    site.ours.find("dialog", "[Ss]econd look")


@EVERY_SITE
def test_given_a_harmless_draft_when_posted_then_it_just_goes(browser: Browser, open_site: Open) -> None:
    site = open_site(browser)
    site.write("Pancakes for supper again, and nobody complains.")
    site.ours.find("button", "Foreword.*[Nn]othing|Foreword.*[Cc]lear|Foreword.*OK")
    site.press_post()
    site.ours.until(lambda: len(site.published()) == 1, "the post to be published")


@EVERY_SITE
def test_given_a_post_pressed_before_the_answer_then_nothing_is_lost(browser: Browser, open_site: Open) -> None:
    site = open_site(browser)
    site.write("Pancakes for supper again, and nobody complains.")
    site.press_post()
    site.ours.until(lambda: len(site.published()) == 1, "the post to be published")


def test_given_a_script_of_the_page_then_it_cannot_press_post_anyway(browser: Browser) -> None:
    site = asked_before_posting(x(browser))
    site.page.evaluate("""() => {
        for (const element of [document.documentElement, ...document.documentElement.children]) {
            if (element.shadowRoot) throw new Error('the root is open');
            element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
            element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
        }
    }""")
    site.ours.find("dialog", "[Ss]econd look")
    assert site.published() == []


@pytest.fixture
def own_companion(tmp_path: Path) -> Iterator[Companion]:
    running = Companion(tmp_path / "state").start()
    yield running
    running.stop()


@EVERY_SITE
def test_given_the_companion_stops_while_writing_then_it_says_basic_checks_only_and_the_post_goes_out(
    fresh_browser: Browser, own_companion: Companion, open_site: Open
) -> None:
    fresh_browser.pair(own_companion)
    for host in SITES:
        fresh_browser.switch_on(host)
    site = open_site(fresh_browser)
    site.write("Write down ")
    site.ours.find("button", "Foreword")
    own_companion.stop()
    site.page.keyboard.type(f"{SSN} somewhere safe")
    site.ours.find("button", "Foreword: Basic checks only")
    site.press_post()
    site.ours.until(lambda: site.published() == [DRAFT], "the post to be published")


def test_given_no_companion_then_basic_checks_still_ask_for_a_second_look_and_say_what_they_are(
    fresh_browser: Browser, own_companion: Companion
) -> None:
    fresh_browser.pair(own_companion)
    fresh_browser.switch_on("facebook.com")
    own_companion.stop()
    site = facebook(fresh_browser)
    site.write(INSULTING)
    site.ours.find("button", "Foreword: 1 finding · basic checks only")
    site.page.mouse.click(*site.words_box(INSULT).middle)
    said = site.ours.until(lambda: site.ours.text() if site.ours.seen("dialog", "") else None, "the card")
    assert "The Foreword companion is not running on this computer." in said
    assert "personal data" in said
    site.page.keyboard.press("Escape")
    site.press_post()
    site.ours.find("dialog", "[Ss]econd look")
    assert site.published() == []
    site.ours.click("button", "^Remove")
    site.ours.click("button", "^Post$")
    site.ours.until(lambda: len(site.published()) == 1, "the mended post")
    assert INSULT not in site.published()[0]


def test_given_the_companion_comes_back_then_checks_go_on(fresh_browser: Browser, own_companion: Companion) -> None:
    fresh_browser.pair(own_companion)
    fresh_browser.switch_on("x.com")
    own_companion.stop()
    site = x(fresh_browser)
    site.write(DRAFT)
    site.ours.find("button", "Foreword: Basic checks only")
    own_companion.start()
    site.page.keyboard.type(".")
    site.ours.find("button", r"Foreword.*1")


def test_given_an_unpaired_browser_then_it_says_basic_checks_only_and_why(
    fresh_browser: Browser, own_companion: Companion
) -> None:
    fresh_browser.pair(own_companion)
    fresh_browser.switch_on("x.com")
    own_companion.unpair_all()
    site = x(fresh_browser)
    site.write(DRAFT)
    site.ours.click("button", "Foreword: Basic checks only")
    site.ours.until(lambda: "not paired" in site.ours.text(), "the reason")


def test_given_a_companion_of_another_city_then_without_it_this_citys_rules_are_not_asked(
    fresh_browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOREWORD_PACK", "fernhollow")
    other = Companion(tmp_path / "state").start()
    fresh_browser.pair(other)
    fresh_browser.switch_on("x.com")
    site = x(fresh_browser)
    site.write("Pancakes for supper again.")
    site.ours.find("button", "Foreword: Clear")
    other.stop()
    site.page.keyboard.type(f" {INSULTING}")
    site.ours.find("button", "[Nn]ot checked")
