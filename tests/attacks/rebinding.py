"""A page whose name leads elsewhere after it was opened: python -m tests.attacks.rebinding FOLDER CHROMIUM-OPTION…

Run by test_rebinding.py in a network of its own, whose name server is the attacker's. For the browser, the page and the
companion are of one origin then: same scheme, name and port. What came of it is written to FOLDER/seen.json.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.attacks.conftest import attackers_server
from tests.attacks.flipping_names import FlippingNames, answering
from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser, launched, with_hosts
from tests.egress.enclosure import ADDRESS

ASK = """async ([route, method]) => {
    const headers = { 'Content-Type': 'application/json' };
    const body = method === 'POST' ? JSON.stringify({ text: 'idiot 536-22-8147' }) : undefined;
    return fetch(route, { method, headers, body }).then((got) => got.text(), () => null);
}"""
ROUTES = ("/", "/try/main.js", *(f"/v1/{name}" for name in ("hello", "check", "status", "policy", "pair")))


def forget_names(browser: Browser) -> None:
    """As Chromium does by itself after a minute."""
    page = browser.context.new_page()
    page.goto("chrome://net-internals/#dns")
    page.get_by_role("button", name="Clear host cache").click()
    page.close()


def main(folder: Path, *options: str) -> None:
    companion = Companion(folder / "state").start()
    names = FlippingNames(ADDRESS)
    extension = with_hosts(folder / "extension")
    with (
        answering(names),
        sync_playwright() as playwright,
        launched(playwright, extension, folder / "profile", *options) as browser,
    ):
        browser.pair(companion)
        page = browser.context.new_page()
        with attackers_server(ADDRESS, companion.port):
            page.goto(f"http://rebound.example:{companion.port}/")
            before = page.evaluate(ASK, ["/", "GET"])
        names.leads_to = "127.0.0.1"
        forget_names(browser)
        seen = attack(page)
        state = browser.ask({"kind": "state"})["companion"]["kind"]
    companion.stop()
    told = {"names": names.answered, "before": before, "seen": seen, "state": state}
    (folder / "seen.json").write_text(json.dumps(told), "utf-8")


def attack(page: Page) -> dict[str, str | None]:
    """What the page could read, by what it tried: requests as of one origin, and the list of hostile_page.js."""
    own = {f"{method} {route}": page.evaluate(ASK, [route, method]) for route in ROUTES for method in ("GET", "POST")}
    names = page.evaluate("Object.keys(attacks)")
    return own | {name: page.evaluate("name => attacks[name](location.origin, 'unknown')", name) for name in names}


if __name__ == "__main__":
    os.chdir(sys.argv[1])
    main(Path(sys.argv[1]), *sys.argv[2:])
