"""The companion breaks while somebody writes: it is said, no word is lost, and the post goes out."""

from __future__ import annotations

import resource
import signal
import urllib.error

import pytest

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser
from tests.browser.imitations import x
from tests.faults.writing import (
    DRAFT,
    INSULT,
    REST,
    START,
    begin,
    goes_out,
    in_place_of,
    is_checked_when_going_on,
    said,
)


def test_given_the_companion_is_killed_then_basic_checks_say_so_and_it_is_found_again(
    browser: Browser, companion: Companion
) -> None:
    site = begin(browser)
    companion.signal(signal.SIGKILL)
    site.page.keyboard.type(REST)
    said(site, "Foreword: Basic checks only", "The Foreword companion is not running")
    companion.start()
    is_checked_when_going_on(site)


def test_given_the_companion_hangs_then_it_is_said_and_the_computer_waking_up_mends_it(
    browser: Browser, companion: Companion
) -> None:
    """SIGSTOP: also what a draft sees when the laptop slept in the middle of a check."""
    site = begin(browser)
    companion.signal(signal.SIGSTOP)
    try:
        site.page.keyboard.type(REST)
        said(site, "Foreword: Basic checks only", "The companion did not answer in time")
    finally:
        companion.signal(signal.SIGCONT)
    is_checked_when_going_on(site)


def test_given_the_companion_hangs_when_posting_then_the_post_is_not_held(
    browser: Browser, companion: Companion
) -> None:
    site = begin(browser)
    companion.signal(signal.SIGSTOP)
    try:
        site.page.keyboard.type("tea")
        site.press_post()
        site.ours.until(lambda: site.published() == [START + "tea"], "the post to be published")
        site.ours.find("button", "[Nn]ot checked|[Bb]asic")
    finally:
        companion.signal(signal.SIGCONT)
    site.page.close()


def test_given_a_companion_too_slow_for_a_long_draft_then_that_it_did_not_get_to_all_is_said(
    browser: Browser, companion: Companion
) -> None:
    slow = Companion(companion.state, settings={"FOREWORD_BUDGET_MS": "50"})
    with in_place_of(companion, browser, slow):
        site = x(browser)
        draft = "".join(f"Truck {n} is out on Church Street, and {n + 3} others wait. " for n in range(300)) + DRAFT
        site.page.click(site.composer)
        site.page.keyboard.insert_text(draft)
        site.ours.find("button", "Foreword: (Not checked|.*partly checked)")
        goes_out(site, draft)


def test_given_too_little_memory_for_the_companion_then_the_rest_is_checked_and_a_gap_is_said(
    browser: Browser, companion: Companion
) -> None:
    poor = Companion(companion.state, memory=540_000_000)  # one model more would need it
    with in_place_of(companion, browser, poor, until="loaded"):
        assert "failed" in [detector["state"] for detector in poor.post("/v1/status", {})["detectors"]]
        site = x(browser)
        site.write(INSULT)
        site.ours.find("button", "Foreword: .*finding.*(partly checked|basic checks only)")
        goes_out(site, INSULT)


def test_given_a_full_disk_then_checks_go_on_and_the_pairing_holds(browser: Browser, companion: Companion) -> None:
    """Once a day the token is renewed, which is written down; the old one holds until that works."""
    resource.prlimit(companion.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    try:
        with pytest.raises(urllib.error.HTTPError, match="500"):
            companion.post("/v1/renew", {})
        site = begin(browser)
        site.page.keyboard.type(REST)
        site.ours.find("button", "Foreword: 1 finding")
        goes_out(site)
        assert browser.ask({"kind": "state"})["companion"]["kind"] == "ready"
    finally:
        resource.prlimit(companion.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def test_given_two_companions_on_one_state_folder_then_either_serves_the_browser(
    browser: Browser, companion: Companion
) -> None:
    with in_place_of(companion, browser, Companion(companion.state)):
        site = begin(browser)
    site.page.keyboard.type(REST)
    site.ours.find("button", "Foreword: 1 finding")
    goes_out(site)
