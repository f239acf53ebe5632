"""A hostile web page in the writer's browser: with the browser's own guard (Local Network Access) and without it.

The page has a public name and, for the browser, a public address, though its server runs here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright

from tests.attacks.conftest import SCRIPT
from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser, launched
from tests.browser.imitations import x

ATTACKS = re.findall(r"^    (?:'([^']+)'|\"([^\"]+)\"): \(", SCRIPT.decode(), re.MULTILINE)
NAMES = [one or other for one, other in ATTACKS]
HOSTS = ("127.0.0.1", "localhost", "0.0.0.0")  # noqa: S104  one of the names a page may try
WITHOUT_THE_BROWSERS_HELP = "--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets"


@dataclass
class Attack:
    """One browser, with the writer's extension paired and the attacker's page open."""

    browser: Browser
    page: Page
    companion: Companion
    answers: list[tuple[str, int]]

    def run(self, name: str) -> Any:
        """By each of this computer's names at once."""
        us = self.browser.extension.rpartition("/")[2]
        targets = [f"http://{host}:{self.companion.port}" for host in HOSTS]
        all_of_them = "([name, targets, us]) => Promise.all(targets.map((at) => attacks[name](at, us)))"
        return self.page.evaluate(all_of_them, [name, targets, us])


@pytest.fixture(scope="module", params=["guarded", "unguarded"])
def attack(
    request: pytest.FixtureRequest,
    playwright: Playwright,
    extension_with_hosts: Path,
    companion: Companion,
    attacker_port: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Attack]:
    public = f"--ip-address-space-overrides=127.0.0.1:{attacker_port}=public"
    names = "--host-resolver-rules=MAP attacker.example 127.0.0.1,MAP rebound.example 127.0.0.1"
    arguments = [public, names, *([WITHOUT_THE_BROWSERS_HELP] if request.param == "unguarded" else [])]
    profile = tmp_path_factory.mktemp("profile")
    with launched(playwright, extension_with_hosts, profile, *arguments) as browser:
        browser.pair(companion)
        browser.switch_on("x.com")
        page = browser.context.new_page()
        answers: list[tuple[str, int]] = []
        browser.context.on("response", lambda got: answers.append((got.url, got.status)))
        page.goto(f"http://attacker.example:{attacker_port}/")
        yield Attack(browser, page, companion, answers)


@pytest.mark.parametrize("name", NAMES)
def test_given_a_hostile_page_then_it_reads_nothing_and_is_answered_nothing(attack: Attack, name: str) -> None:
    attack.answers.clear()
    assert attack.run(name) == [None] * len(HOSTS)
    given = [(url, status) for url, status in attack.answers if "/v1/" in url and status < 400]
    assert given == []


def test_given_a_name_that_leads_to_this_computer_then_the_companion_does_not_know_it(attack: Attack) -> None:
    """DNS rebinding: for the browser, the page and the companion are then of one origin."""
    page = attack.browser.context.new_page()
    at = f"http://rebound.example:{attack.companion.port}"
    page.goto(f"{at}/")
    assert "Foreword answers as 127.0.0.1" in page.locator("body").inner_text()
    ask = """async ([route, method]) => {
        const headers = { 'Content-Type': 'application/json' };
        return (await fetch(route, { method, headers, body: method === 'POST' ? '{}' : undefined })).status;
    }"""
    statuses = [page.evaluate(ask, [f"/v1/{r}", m]) for r in ("check", "status", "pair") for m in ("POST", "GET")]
    assert statuses == [421] * 6
    page.close()


def test_given_all_that_then_the_writer_s_own_checks_go_on(attack: Attack) -> None:
    site = x(attack.browser)
    site.write("The number is 536-22-8714")
    site.ours.find("button", "Foreword: 1 finding")
    assert attack.browser.ask({"kind": "state"})["companion"]["kind"] == "ready"
