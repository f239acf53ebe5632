"""A browser in which imitated sites (tests/browser/sites) answer under hosts of our choice."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Playwright, Route

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser, launched, with_hosts

PAGES = Path(__file__).parent / "sites" / "dist"


@contextmanager
def imitated(playwright: Playwright, folder: Path, sites: Mapping[str, str], companion: Companion) -> Iterator[Browser]:
    """Paired and switched on. `sites`: host → page, for every path; what a page asks for itself is not found."""
    extension = with_hosts(folder / "extension")
    manifest = json.loads((extension / "manifest.json").read_text("utf-8"))
    manifest["host_permissions"] += [f"https://{host}/*" for host in sites]
    (extension / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    with launched(playwright, extension, folder / "profile") as browser:

        def answer(route: Route) -> None:
            host = route.request.url.split("/")[2]
            if route.request.resource_type == "document" and host in sites:
                route.fulfill(path=PAGES / f"{sites[host]}.html", content_type="text/html; charset=utf-8")
            else:
                route.fulfill(status=404, body="")

        browser.context.route("https://**/*", answer)
        browser.pair(companion)
        for host in sites:
            browser.switch_on(host)
        yield browser
