"""Where Foreword is not switched on there is nothing of it; and nothing ever leaves loopback."""

from __future__ import annotations

from urllib.parse import urlsplit

from tests.browser.companion_process import Companion
from tests.browser.conftest import SITES, Browser
from tests.browser.imitations import facebook, nextdoor, x

DRAFT = "The number is 536-22-8714, keep it safe"


def test_given_a_site_not_switched_on_then_nothing_of_ours_is_in_the_page(
    fresh_browser: Browser, companion: Companion
) -> None:
    fresh_browser.pair(companion)
    fresh_browser.switch_on("x.com")
    site = nextdoor(fresh_browser)
    site.write(DRAFT)
    working = x(fresh_browser)
    working.write(DRAFT)
    working.ours.find("button", r"Foreword.*1")
    assert site.ours.hosts() == []
    assert site.page.evaluate("() => CSS.highlights.size") == 0
    assert site.page.evaluate("() => document.adoptedStyleSheets.length") == 0
    site.press_post()
    site.ours.until(lambda: site.published() == [DRAFT], "the post to be published")


def test_given_a_site_switched_off_again_then_it_leaves_the_open_page(browser: Browser) -> None:
    site = x(browser)
    site.write(DRAFT)
    site.ours.find("button", r"Foreword.*1")
    browser.ask({"kind": "switch-site", "host": "x.com", "on": False, "mode": "personal"})
    site.page.bring_to_front()
    site.ours.until(lambda: site.ours.hosts() == [], "our host to leave the page")
    assert site.page.evaluate("() => CSS.highlights.size") == 0
    site.press_post()
    site.ours.until(lambda: site.published() == [DRAFT], "the post to be published")


def test_given_everything_a_writer_does_then_the_network_log_shows_loopback_only(browser: Browser) -> None:
    for site in (facebook(browser), x(browser), nextdoor(browser)):
        site.write(DRAFT)
        site.ours.find("button", r"Foreword.*1")
        site.press_post()
        site.ours.click("button", "Post anyway")
        site.ours.until(lambda s=site: len(s.published()) == 1, "the post to be published")  # type: ignore[misc]
    hosts = {urlsplit(url).hostname for url in browser.requests if url.startswith("http")}
    assert hosts - set(SITES) <= {"127.0.0.1"}
    assert not [url for url in browser.requests if "536" in url]
