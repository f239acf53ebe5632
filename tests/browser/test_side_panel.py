"""The panel where people have it: beside a page in a headed Chromium, opened with the keyboard, nothing switched on."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, Playwright

from tests.browser.conftest import ARGUMENTS, BUILT, chromium
from tests.browser.panel import PAGES
from tests.browser.test_permission_prompt import screen

__all__ = ["screen"]

LOOKS = 200


class BesideThePage:
    """The side panel's document: no tab, so reached as a target of its own."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._cdp: CDPSession = page.context.new_cdp_session(page)
        self._answers: dict[int, Any] = {}
        self._cdp.on("Target.receivedMessageFromTarget", self._received)
        self._session = ""

    def _received(self, event: dict[str, Any]) -> None:
        message = json.loads(event["message"])
        if "id" in message:
            self._answers[message["id"]] = message

    def is_open(self) -> bool:
        targets = self._cdp.send("Target.getTargets")["targetInfos"]
        found = next((each for each in targets if "/panel.html?tab=" in each["url"]), None)
        if found and not self._session:
            attach = {"targetId": found["targetId"], "flatten": False}
            self._session = self._cdp.send("Target.attachToTarget", attach)["sessionId"]
        return found is not None

    def text(self) -> str:
        number = len(self._answers) + 1
        ask = {"id": number, "method": "Runtime.evaluate", "params": {"expression": "document.body.innerText"}}
        self._cdp.send("Target.sendMessageToTarget", {"sessionId": self._session, "message": json.dumps(ask)})
        for _ in range(LOOKS):
            if number in self._answers:
                return str(self._answers[number]["result"]["result"].get("value", ""))
            self._page.evaluate("() => new Promise(requestAnimationFrame)")
        raise AssertionError("the panel does not answer")


def test_given_the_built_manifest_when_the_shortcut_is_pressed_then_the_panel_opens_and_reads_that_page_alone(
    playwright: Playwright, screen: str, tmp_path: Path
) -> None:
    context = playwright.chromium.launch_persistent_context(
        str(tmp_path / "profile"),
        executable_path=chromium(),
        headless=False,
        no_viewport=True,
        env={**os.environ, "DISPLAY": screen},
        args=[f"--disable-extensions-except={BUILT}", f"--load-extension={BUILT}", *ARGUMENTS],
    )
    try:
        worker = context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")
        context.route("https://news.example.org/**", lambda route: route.fulfill(path=PAGES / "blog.html"))
        page = context.new_page()
        until(page, lambda: any("welcome" in each.url for each in context.pages))  # it opens in front, once
        page.goto("https://news.example.org/")
        page.bring_to_front()
        panel = BesideThePage(page)
        press_until(page, screen, "alt+shift+s", panel.is_open)
        until(page, lambda: "texts looked at in" in panel.text())
        assert "May read as a personal insult" in panel.text()
        assert "You are a complete moron" in panel.text()
        granted = worker.evaluate("async () => (await chrome.permissions.getAll()).origins")
        assert granted == ["http://127.0.0.1/*"]
    finally:
        context.close()


def press_until(page: Page, screen: str, key: str, is_done: Any) -> None:
    """The browser takes its time to hear of an extension's shortcuts; a key before that goes to the page."""
    for _ in range(10):
        subprocess.run(["xdotool", "key", key], env={**os.environ, "DISPLAY": screen}, check=True)
        for _ in range(LOOKS // 4):
            if is_done():
                return
            page.evaluate("() => new Promise(requestAnimationFrame)")
    raise AssertionError(f"{key} opened nothing")


def until(page: Page, ask: Any) -> None:
    for _ in range(LOOKS * 5):
        if ask():
            return
        page.evaluate("() => new Promise(requestAnimationFrame)")
    raise AssertionError("never came")
