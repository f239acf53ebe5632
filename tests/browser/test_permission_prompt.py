"""The browser's own permission question, answered with the keyboard in a headed Chromium on a virtual screen."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from playwright.sync_api import Page, Playwright, expect

from tests.browser.headed import headed, screen

__all__ = ["screen"]

PRESSES = 20
GRANTED_SOON = """() => new Promise(async (answer) => {
  chrome.permissions.onAdded.addListener(() => answer(true));
  setTimeout(() => answer(false), 2000);
  if ((await chrome.permissions.getAll()).origins.length > 1) answer(true);
})"""


def answer(page: Page, screen: str) -> None:
    """Press “Allow” (the question opens with “Deny” focused) until the permission is there.

    Chromium takes no notice of keys in a question's first half second, and of keys that come in a row: each press
    has time to work before the next.
    """
    display = {**os.environ, "DISPLAY": screen}
    for _ in range(PRESSES):
        if page.evaluate(GRANTED_SOON):
            return
        subprocess.run(["xdotool", "key", "Tab", "Return"], env=display, check=True)
    raise AssertionError("the browser's question was never answered")


def test_given_the_built_manifest_when_a_site_is_switched_on_then_the_browser_asks_for_exactly_it(
    playwright: Playwright, screen: str, tmp_path: Path
) -> None:
    with headed(playwright, screen, tmp_path / "profile") as (context, worker):
        page = context.new_page()
        page.goto(f"{worker.url.rsplit('/', 1)[0]}/welcome.html")
        granted = "async () => (await chrome.permissions.getAll()).origins.sort()"
        assert page.evaluate(granted) == ["http://127.0.0.1/*"]
        page.get_by_role("switch", name="Nextdoor").click()
        answer(page, screen)
        expect(page.get_by_role("radio", name="on my own account").first).to_be_checked()
        assert all("nextdoor" in origin or "127.0.0.1" in origin for origin in page.evaluate(granted))
        assert page.evaluate("async () => (await chrome.scripting.getRegisteredContentScripts()).length") == 1
