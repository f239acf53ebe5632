"""The collecting script of one page, asked over the port that the panel uses, from one of our own pages."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import JSHandle, Page

from tests.browser.conftest import ROOT, Browser
from tests.browser.panel import tab_of

# What PageLink.open does (extension/src/panel/page_link.ts), with everything heard kept for the test.
_OPEN = """async (tabId) => {
  await chrome.scripting.executeScript({ target: { tabId }, files: ['collecting.js'] });
  const port = chrome.tabs.connect(tabId, { name: 'foreword-collecting', frameId: 0 });
  const heard = [];
  const waiting = [];
  port.onMessage.addListener((word) => {
    heard.push(word);
    for (const look of [...waiting]) look();
  });
  const until = (isSo) => new Promise((done) => {
    const look = () => {
      if (!isSo()) return;
      waiting.splice(waiting.indexOf(look), 1);
      done();
    };
    waiting.push(look);
    look();
  });
  return { port, heard, until };
}"""


@dataclass
class Collecting:
    page: Page
    link: JSHandle
    reading: dict[str, Any]
    others: list[dict[str, Any]] = field(default_factory=list)

    def wish(self, wish: dict[str, Any]) -> None:
        self.link.evaluate("({ port }, wish) => port.postMessage(wish)", wish)

    def ask(self, wish: dict[str, Any], answer: str) -> dict[str, Any]:
        """The next word of this kind after the wish."""
        word: dict[str, Any] = self.link.evaluate(
            """async ({ port, heard, until }, [wish, kind]) => {
              const from = heard.length;
              port.postMessage(wish);
              await until(() => heard.slice(from).some((word) => word.kind === kind));
              return heard.slice(from).find((word) => word.kind === kind);
            }""",
            [wish, answer],
        )
        return word

    def look(self) -> dict[str, Any]:
        wish = {"kind": "look", "reading": self.reading, "others": self.others}
        facts: dict[str, Any] = self.ask(wish, "facts")["facts"]
        return facts

    def collect(
        self, scope: str, me: str | None = None, follow: bool = False
    ) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Items and what was not read, in the order they were told."""
        from_ = self.link.evaluate("({ heard }) => heard.length")
        self.ask({"kind": "collect", "scope": scope, "me": me, "follow": follow}, "collected")
        words = self.link.evaluate("({ heard }, from) => heard.slice(from)", from_)
        told = [word for word in words if word["kind"] == "items"]
        return [i for word in told for i in word["items"]], [u for word in told for u in word["unread"]]

    def while_scrolling(self, scroll: Callable[[], None], until: int) -> list[dict[str, Any]]:
        """Scroll until so many items were told in all; the new ones."""
        before = self.count()
        while self.count() < until:
            scroll()
            self.link.evaluate(
                "({ heard, until }) => { const from = heard.length; return until(() => heard.length > from); }"
            )
        words = self.link.evaluate("({ heard }) => heard")
        return [item for word in words if word["kind"] == "items" for item in word["items"]][before:]

    def count(self) -> int:
        count: int = self.link.evaluate("({ heard }) => heard.flatMap((word) => word.items ?? []).length")
        return count

    def jump(self, item_id: str, start: int | None, end: int | None) -> bool:
        wish = {"kind": "jump", "item_id": item_id, "start": start, "end": end}
        found: bool = self.ask(wish, "jumped")["found"]
        return found

    def profile(self) -> list[dict[str, str]]:
        parts: list[dict[str, str]] = self.ask({"kind": "profile"}, "profile")["profile"]["parts"]
        return [{"kind": part["kind"], "text": part["text"]} for part in parts]

    def close(self) -> None:
        self.link.evaluate("({ port }) => port.disconnect()")


def collecting_on(browser: Browser, page: Page, host: str | None = None) -> Collecting:
    """The script in this page, told how its site is read; `host` where the page imitates another one's."""
    host = host or urlsplit(page.url).hostname or ""
    reading = reading_for(host)
    is_known = any(host in site["hosts"] for site in _sites())
    others = [] if is_known else [reading_of(site) for site in _sites() if site["markers"]]
    ours = browser.own_page("report.html")
    link = ours.evaluate_handle(_OPEN, tab_of(browser, page))
    collecting = Collecting(ours, link, reading, others)
    collecting.look()
    return collecting


@cache
def _sites() -> list[dict[str, Any]]:
    """The site definitions as the extension's build reads them."""
    script = "import { sitesFrom } from './sites.mjs'; console.log(JSON.stringify(sitesFrom('../shared_rules/sites')))"
    node = ["node", "--input-type=module", "-e", script]
    read = subprocess.run(node, cwd=ROOT / "extension", capture_output=True, text=True, check=True)
    sites: list[dict[str, Any]] = json.loads(read.stdout)["sites"]
    return sites


def reading_for(host: str) -> dict[str, Any]:
    """What the panel makes of a host (extension/src/panel/panel.ts)."""
    generic = next(site for site in _sites() if site["id"] == "generic")
    return reading_of(next((site for site in _sites() if host in site["hosts"]), {**generic, "id": host}))


def reading_of(site: dict[str, Any]) -> dict[str, Any]:
    """With the generic feed where the site names none."""
    generic = next(each for each in _sites() if each["id"] == "generic")
    kept = {key: site[key] for key in ("markers", "profile", "acting_as")}
    return {**kept, "site": site["id"], "feed": site["feed"] if site["feed"]["item"] else generic["feed"]}
