"""The panel where people have it: beside a page in a headed Chromium, asked for in each of the four ways, nothing
switched on. Keys and the mouse are those of the screen: only a person's own press opens a panel and a page to it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, Worker

from tests.browser.conftest import BUILT
from tests.browser.headed import headed, screen
from tests.browser.panel import PAGES

__all__ = ["screen"]

LOOKS = 200
PRESSES = 10
HOST = "news.example.org"


class OwnView:
    """A document of ours that is no tab, the side panel or the popup: reached as a target of its own."""

    def __init__(self, page: Page, address: str) -> None:
        self._page = page
        self._address = address
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
        found = next((each for each in targets if self._address in each["url"]), None)
        if found and not self._session:
            attach = {"targetId": found["targetId"], "flatten": False}
            self._session = self._cdp.send("Target.attachToTarget", attach)["sessionId"]
        return found is not None

    def evaluate(self, expression: str) -> Any:
        number = len(self._answers) + 1
        ask = {"id": number, "method": "Runtime.evaluate", "params": {"expression": expression}}
        self._cdp.send("Target.sendMessageToTarget", {"sessionId": self._session, "message": json.dumps(ask)})
        for _ in range(LOOKS):
            if number in self._answers:
                return self._answers[number]["result"]["result"].get("value")
            self._page.evaluate("() => new Promise(requestAnimationFrame)")
        raise AssertionError(f"{self._address} does not answer")

    def text(self) -> str:
        return str(self.evaluate("document.body.innerText"))


class Desk:
    """A screen with a browser on it, and a page that has words worth a look."""

    def __init__(self, context: BrowserContext, worker: Worker, screen: str) -> None:
        self._display = {**os.environ, "DISPLAY": screen}
        self._worker = worker
        context.route(f"https://{HOST}/**", lambda route: route.fulfill(path=PAGES / "blog.html"))
        self.page = context.new_page()
        self.until(lambda: any("welcome" in each.url for each in context.pages))  # it opens in front, once
        self.page.goto(f"https://{HOST}/")
        self.page.bring_to_front()
        self.panel = OwnView(self.page, "/panel.html?tab=")
        self.popup = OwnView(self.page, "/popup.html")

    def xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self._display, check=True)

    def menu(self, css: str, ups: int) -> None:
        """Choose in the context menu over an element, counted from the menu's end."""
        at = self.page.evaluate(
            """css => {
              const { left, top } = document.querySelector(css).getBoundingClientRect();
              return [screenX + outerWidth - innerWidth + left, screenY + outerHeight - innerHeight + top];
            }""",
            css,
        )
        self.xdotool("key", "Escape")
        self.xdotool("mousemove", str(round(at[0]) + 12), str(round(at[1]) + 8), "click", "3")
        self.wait(LOOKS // 8)  # the menu takes its time to hear keys, and says nothing of it
        self.xdotool("key", *["Up"] * ups, "Return")

    def wait(self, frames: int) -> None:
        for _ in range(frames):
            self.page.evaluate("() => new Promise(requestAnimationFrame)")

    def until(self, ask: Any) -> None:
        for _ in range(LOOKS * 5):
            if ask():
                return
            self.wait(1)
        raise AssertionError("never came")

    def press_until(self, press: Any, is_done: Any) -> None:
        """The browser takes its time to hear of an extension's shortcuts and menus; what comes before is lost."""
        for _ in range(PRESSES):
            press()
            for _ in range(LOOKS // 4):
                if is_done():
                    return
                self.wait(1)
        raise AssertionError("it opened nothing")

    def granted(self) -> Any:
        return self._worker.evaluate("async () => (await chrome.permissions.getAll()).origins")


@contextmanager
def desk(playwright: Playwright, screen: str, profile: Path, extension: Path = BUILT) -> Iterator[Desk]:
    with headed(playwright, screen, profile, extension) as (context, worker):
        yield Desk(context, worker, screen)


def assert_whole_page_was_read(desk: Desk) -> None:
    desk.until(lambda: "texts looked at in" in desk.panel.text())
    assert "May read as a personal insult" in desk.panel.text()
    assert "You are a complete moron" in desk.panel.text()
    assert desk.granted() == ["http://127.0.0.1/*"]  # this page was read because of the press, and no other can be


def test_given_the_built_manifest_when_the_shortcut_is_pressed_then_the_panel_opens_and_reads_that_page_alone(
    playwright: Playwright, screen: str, tmp_path: Path
) -> None:
    with desk(playwright, screen, tmp_path / "profile") as at:
        at.press_until(lambda: at.xdotool("key", "alt+shift+s"), at.panel.is_open)
        assert_whole_page_was_read(at)


def test_given_the_context_menu_when_the_page_is_chosen_then_the_panel_opens_and_reads_it(
    playwright: Playwright, screen: str, tmp_path: Path
) -> None:
    with desk(playwright, screen, tmp_path / "profile") as at:
        at.press_until(lambda: at.menu("h1", ups=3), at.panel.is_open)  # above “View page source” and “Inspect”
        assert_whole_page_was_read(at)


def test_given_selected_words_when_they_are_chosen_in_the_context_menu_then_only_they_are_read(
    playwright: Playwright, screen: str, tmp_path: Path
) -> None:
    with desk(playwright, screen, tmp_path / "profile") as at:
        select = "() => getSelection().selectAllChildren(document.querySelector('h1'))"

        def press() -> None:
            at.page.evaluate(select)
            at.menu("h1", ups=2)  # above “Inspect”

        at.press_until(press, at.panel.is_open)
        at.until(lambda: "1 texts looked at in" in at.panel.text())
        assert at.panel.evaluate("document.querySelector('input[name=scope]:checked').value") == "selection"
        assert "complete moron" not in at.panel.text()


def test_given_the_popup_when_scan_this_page_is_pressed_then_the_panel_opens_and_reads_it(
    playwright: Playwright, screen: str, tmp_path: Path
) -> None:
    extension = shutil.copytree(BUILT, tmp_path / "extension")
    manifest = json.loads((extension / "manifest.json").read_text("utf-8"))
    # A key for the toolbar's button, which the browser hides at first and which no program may press.
    manifest["commands"]["_execute_action"] = {"suggested_key": {"default": "Alt+Shift+O"}}
    (extension / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    with desk(playwright, screen, tmp_path / "profile", extension) as at:
        at.press_until(lambda: at.xdotool("key", "alt+shift+o"), at.popup.is_open)
        ready = "document.querySelector('#scan-page').checkVisibility()"
        at.until(lambda: at.popup.evaluate(ready) is True)
        at.popup.evaluate("document.querySelector('#scan-page').focus()")
        at.press_until(lambda: at.xdotool("key", "Return"), at.panel.is_open)
        assert_whole_page_was_read(at)
