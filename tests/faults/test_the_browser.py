"""The browser sleeps, restarts or changes under an open page: no word is lost, and the post goes out."""

from __future__ import annotations

import signal
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Page, Playwright

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser, launched, launched_and_paired
from tests.browser.imitations import nextdoor
from tests.faults.writing import DRAFT, REST, begin, goes_out, is_checked_when_going_on, said


def stop_worker(browser: Browser) -> None:
    """As the browser does after thirty quiet seconds."""
    page = browser.own_page("options.html")
    devtools = page.context.new_cdp_session(page)
    devtools.send("ServiceWorker.enable")
    devtools.send("ServiceWorker.stopAllWorkers")
    page.close()


def test_given_the_service_worker_sleeps_in_the_middle_of_a_check_then_the_next_letter_wakes_it(
    browser: Browser, companion: Companion
) -> None:
    site = begin(browser)
    companion.signal(signal.SIGSTOP)
    try:
        site.page.keyboard.type(REST)
        stop_worker(browser)
    finally:
        companion.signal(signal.SIGCONT)
    is_checked_when_going_on(site)


def signal_all(browser: Browser, companion: Companion, number: int) -> None:
    """To every process that somebody who writes has running: Chromium's many, and the companion."""
    main = f"--user-data-dir={browser.profile}"
    chromiums = [p for p in psutil.process_iter(["cmdline"]) if main in (p.info["cmdline"] or [])]
    running = {child for each in chromiums for child in (each, *each.children(recursive=True))}
    assert len(running) > 3, "no browser was found"
    for process in (*running, psutil.Process(companion.pid)):
        process.send_signal(number)


def test_given_a_laptop_that_sleeps_in_the_middle_of_a_check_then_writing_goes_on_when_it_wakes(
    browser: Browser, companion: Companion
) -> None:
    site = begin(browser)
    site.page.keyboard.type(REST)
    signal_all(browser, companion, signal.SIGSTOP)
    signal_all(browser, companion, signal.SIGCONT)
    is_checked_when_going_on(site)


@pytest.mark.parametrize("length", [150_000, 1_200_000])
def test_given_more_text_than_can_be_checked_then_it_is_said_and_the_post_goes_out(
    browser: Browser, length: int
) -> None:
    site = nextdoor(browser)
    long = (REST + ". ") * (length // len(REST) + 1)
    site.page.click(site.composer)
    site.page.keyboard.insert_text(long)
    said(site, "Foreword: Not checked", "This text is too long to be read while you write.")
    goes_out(site, long)


def test_given_the_extension_is_updated_under_an_open_page_then_it_leaves_the_page_quietly(
    playwright: Playwright, extension_with_hosts: Path, companion: Companion, tmp_path: Path
) -> None:
    with launched_and_paired(playwright, extension_with_hosts, tmp_path / "profile", companion, ["x.com"]) as browser:
        site = begin(browser)
        reload(browser)
        site.page.bring_to_front()
        site.page.keyboard.type(REST)
        site.ours.until(lambda: site.ours.hosts() == [], "our host to leave the page")
        goes_out(site)


def reload(browser: Browser) -> None:
    page: Page = browser.own_page("options.html")
    page.evaluate("() => setTimeout(() => chrome.runtime.reload())")
    page.wait_for_event("close")


def test_given_the_browser_is_restarted_then_pairing_and_sites_are_as_before(
    playwright: Playwright, extension_with_hosts: Path, companion: Companion, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    with launched(playwright, extension_with_hosts, profile) as first:
        first.pair(companion)
        first.switch_on("nextdoor.com", "official")
    with launched(playwright, extension_with_hosts, profile) as second:
        state = second.ask({"kind": "state"})
        assert state["companion"]["kind"] == "ready"
        assert [(site["host"], site["mode"]) for site in state["sites"]] == [("nextdoor.com", "official")]
        site = nextdoor(second)
        site.write(DRAFT)
        site.ours.find("button", "Foreword: .*finding")
