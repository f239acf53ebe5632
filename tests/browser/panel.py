"""The side panel of a tab, opened as a page of its own: the same document that the browser shows beside the tab."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Playwright, Route, expect

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser, launched_and_paired

PAGES = Path(__file__).parent / "scanned"
expect.set_options(timeout=30_000)  # a bound on waiting for a state, not a measure of speed


@pytest.fixture(scope="module")
def paired(
    playwright: Playwright,
    extension_with_hosts: Path,
    companion: Companion,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Browser]:
    """One browser for all tests of a file, paired; no site is switched on, since a scan needs none."""
    with launched_and_paired(
        playwright, extension_with_hosts, tmp_path_factory.mktemp("profile"), companion
    ) as browser:
        yield browser


@dataclass
class Panel:
    """`site` is the page that is scanned; `page` the panel's own."""

    site: Page
    page: Page

    @property
    def progress(self) -> Locator:
        return self.page.locator("#how-far")

    @property
    def rows(self) -> Locator:
        return self.page.locator("#groups .row")

    @property
    def not_checked(self) -> Locator:
        return self.page.locator("#unchecked")

    def choose(self, what: str) -> None:
        self.page.get_by_role("radio", name=what).check()

    def scan(self) -> None:
        self.page.get_by_role("button", name="Scan", exact=True).click()

    def until_done(self) -> None:
        expect(self.progress).to_contain_text("texts looked at in", timeout=60_000)

    def quotes(self) -> list[str]:
        """What is quoted of each finding, with the words in question."""
        return [text.strip() for text in self.rows.locator("blockquote").all_inner_texts()]


def serve(browser: Browser, host: str, name: str, folder: Path = PAGES) -> None:
    """Serve a page of `folder` for a real host name."""

    def answer(route: Route) -> None:
        if route.request.resource_type == "document":
            route.fulfill(path=folder / name, content_type="text/html; charset=utf-8")
        else:
            route.fulfill(status=404, body="")

    browser.context.route(f"https://{host}/**", answer)


_numbers = count(1)


def open_page(browser: Browser, host: str, name: str, folder: Path = PAGES, path: str | None = None) -> Page:
    """In a new tab; without a path under an address of its own, since tabs are told apart by it."""
    serve(browser, host, name, folder)
    page = browser.context.new_page()
    page.goto(f"https://{host}{path or f'/?{next(_numbers)}'}")
    return page


def open_panel(browser: Browser, site: Page, wish: str = "") -> Panel:
    """What `openPanel` (extension/src/panel_place.ts) opens; headless Chromium shows no side panel to look at."""
    page = browser.context.new_page()
    page.set_viewport_size({"width": 380, "height": 900})
    page.goto(f"{browser.extension}/panel.html?tab={tab_of(browser, site)}&wish={wish}&at=0")
    return Panel(site, page)


def tab_of(browser: Browser, site: Page) -> int:
    """The browser's own number of the tab that shows this page."""
    ours = browser.own_page("options.html")
    tabs: list[dict[str, Any]] = ours.evaluate("() => chrome.tabs.query({})")
    ours.close()
    return next(int(tab["id"]) for tab in tabs if tab.get("url") == site.url)
