"""A second extension that may ask loopback addresses, too: it gets no verdict, no text and no token."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, Worker

from tests.attacks.conftest import HOSTILE
from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser, launched
from tests.browser.imitations import x

SOURCE = (HOSTILE / "background.js").read_text("utf-8")
NAMES = [one or other for one, other in re.findall(r"^  (?:'([^']+)'|\"([^\"]+)\"): ", SOURCE, re.MULTILINE)]


@pytest.fixture(scope="module")
def both(
    playwright: Playwright, extension_with_hosts: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Browser, Worker, Companion]]:
    """The writer's browser, the hostile extension in it, and a companion whose counters nobody else moves."""
    companion = Companion(tmp_path_factory.mktemp("state")).start()
    loaded = f"{extension_with_hosts},{HOSTILE}"
    arguments = [f"--disable-extensions-except={loaded}", f"--load-extension={loaded}"]
    with launched(playwright, extension_with_hosts, tmp_path_factory.mktemp("profile"), *arguments) as browser:
        workers = browser.context.service_workers
        while len(workers) < 2:
            browser.context.wait_for_event("serviceworker")
            workers = browser.context.service_workers
        named = {worker.evaluate("chrome.runtime.getManifest().name"): worker for worker in workers}
        hostile = named.pop("Hostile")
        (ours,) = named.values()
        browser.extension = ours.url.rsplit("/", 1)[0]
        browser.pair(companion)
        browser.switch_on("x.com")
        yield browser, hostile, companion
    companion.stop()


@pytest.mark.parametrize("name", NAMES)
def test_given_a_hostile_extension_then_it_gets_nothing(both: tuple[Browser, Worker, Companion], name: str) -> None:
    browser, hostile, companion = both
    us = browser.extension.rpartition("/")[2]
    got = hostile.evaluate("([name, port, us]) => attacks[name](port, us)", [name, companion.port, us])
    assert got is None


def test_given_all_that_then_the_writer_s_own_checks_go_on(both: tuple[Browser, Worker, Companion]) -> None:
    browser, _, _ = both
    site = x(browser)
    site.write("The number is 536-22-8714")
    site.ours.find("button", "Foreword: 1 finding")
