"""The real extension in a real Chromium, on local pages served under real host names."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, Route

from tests.browser.companion_process import Companion
from tests.browser.editor_pages import HOST as EDITORS_HOST

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "extension" / "dist"
PAGES = Path(__file__).parent / "editors" / "dist"
SITES = {
    "www.facebook.com": "facebook.html",
    "x.com": "x.html",
    "nextdoor.com": "nextdoor.html",
}
GRANTED = ["*://*.facebook.com/*", "*://*.x.com/*", "*://*.twitter.com/*", "*://*.nextdoor.com/*"]
GRANTED += [f"*://*.{EDITORS_HOST}/*", "*://*.example.org/*"]
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--no-first-run", "--disable-quic", "--window-size=1100,900"),
]


def chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge")
    found = os.environ.get("FOREWORD_CHROMIUM") or next((p for n in names if (p := shutil.which(n))), None)
    assert found, "no Chromium found: install the package `chromium`, or set FOREWORD_CHROMIUM to a browser's path"
    return found


@dataclass
class Browser:
    """One Chromium profile with the extension in it."""

    context: BrowserContext
    extension: str
    profile: Path
    requests: list[str] = field(default_factory=list)

    def own_page(self, name: str) -> Page:
        page = self.context.new_page()
        page.goto(f"{self.extension}/{name}")
        return page

    def ask(self, message: dict[str, Any]) -> Any:
        """What one of our own pages asks the background (extension/src/messages.ts)."""
        page = self.own_page("options.html")
        answer = page.evaluate("message => chrome.runtime.sendMessage(message)", message)
        page.close()
        return answer

    def pair(self, companion: Companion) -> None:
        self.ask({"kind": "port", "port": companion.port})
        assert self.ask({"kind": "pair", "code": companion.code()}) == {"ok": True}

    def switch_on(self, host: str, mode: Literal["personal", "official"] = "personal") -> None:
        self.ask({"kind": "switch-site", "host": host, "on": True, "mode": mode})

    def open(self, host: str) -> Page:
        page = self.context.new_page()
        page.goto(f"https://{host}/")
        return page


@pytest.fixture(scope="session")
def companion(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Companion]:
    running = Companion(tmp_path_factory.mktemp("state")).start()
    yield running
    running.stop()


def with_hosts(copy: Path, *more: str, hosts: Sequence[str] = ()) -> Path:
    """The built extension with the sites' hosts granted: headless Chromium answers no permission prompt.

    `more` permissions, and `hosts` as match patterns.
    """
    shutil.copytree(BUILT, copy)
    manifest = json.loads((copy / "manifest.json").read_text("utf-8"))
    manifest["host_permissions"] += [*GRANTED, *hosts]
    manifest["permissions"] += more
    (copy / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return copy


@pytest.fixture(scope="session")
def extension_with_hosts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_hosts(tmp_path_factory.mktemp("extension") / "dist")


@contextmanager
def launched(playwright: Playwright, extension: Path, profile: Path, *arguments: str) -> Iterator[Browser]:
    """A Chromium with the extension in it, and the imitated sites behind their real host names."""
    context = playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path=chromium(),
        headless=False,
        no_viewport=True,
        args=[
            "--headless=new",
            f"--disable-extensions-except={extension}",
            f"--load-extension={extension}",
            *ARGUMENTS,
            *arguments,
        ],
    )
    try:
        worker = context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")
        browser = Browser(context, worker.url.rsplit("/", 1)[0], profile)
        context.on("request", lambda request: browser.requests.append(request.url))
        for host, page in SITES.items():
            context.route(f"https://{host}/**", _serve(PAGES / page))
        yield browser
    finally:
        context.close()


@contextmanager
def launched_and_paired(
    playwright: Playwright, extension: Path, profile: Path, companion: Companion, hosts: Iterable[str] = ()
) -> Iterator[Browser]:
    """Somebody's browser: paired, and switched on for these hosts."""
    with launched(playwright, extension, profile) as browser:
        browser.pair(companion)
        for host in hosts:
            browser.switch_on(host)
        yield browser


@pytest.fixture
def fresh_browser(playwright: Playwright, extension_with_hosts: Path, tmp_path: Path) -> Iterator[Browser]:
    """Just installed: not paired, no site switched on."""
    with launched(playwright, extension_with_hosts, tmp_path / "profile") as browser:
        yield browser


@pytest.fixture(scope="session")
def editors_browser(
    playwright: Playwright,
    extension_with_hosts: Path,
    companion: Companion,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Browser]:
    """One browser for all pages of editors: paired, their host switched on. Each test has a page of its own."""
    profile = tmp_path_factory.mktemp("editors")
    with launched_and_paired(playwright, extension_with_hosts, profile, companion, [EDITORS_HOST]) as browser:
        serve_editors(browser)
        yield browser


def serve_editors(browser: Browser) -> None:
    for host in (EDITORS_HOST, f"*.{EDITORS_HOST}"):
        browser.context.route(f"https://{host}/**", _serve_editor)


def _serve_editor(route: Route) -> None:
    name = urlsplit(route.request.url).path.strip("/")
    page = PAGES / "editors" / f"{name}.html"
    if page.is_file():
        route.fulfill(path=page, content_type="text/html; charset=utf-8")
    else:
        route.fulfill(status=404, body="")


def _serve(page: Path) -> Any:
    def answer(route: Route) -> None:
        if route.request.url.endswith("/"):
            route.fulfill(path=page, content_type="text/html; charset=utf-8")
        else:
            route.fulfill(status=404, body="")

    return answer


@pytest.fixture
def browser(fresh_browser: Browser, companion: Companion) -> Browser:
    """Paired, with the three sites switched on."""
    fresh_browser.pair(companion)
    for host in SITES:
        fresh_browser.switch_on(host)
    return fresh_browser
