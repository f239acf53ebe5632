"""`python -m tests.benchmarks.panel`: how fast a page scan is in a real Chromium, and how precisely a page is read.

500 different posts on a page as X draws them, two cores or whatever this machine has; nothing is asserted here.
"""

from __future__ import annotations

import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil
from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.pages_read import hosts, precision
from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser, launched_and_paired, with_hosts
from tests.browser.panel import open_page, open_panel

POSTS = 500
PARTS = (
    (
        "The paving on Atlanta Road",
        "The new playground",
        "Our water bill",
        "The line at the library",
        "That council meeting",
    ),
    (
        "was worth the wait",
        "took three hours",
        "makes no sense to me",
        "is better than last year",
        "needs a second look",
    ),
    (
        "and the crew was kind about it.",
        "so I called 770-434-6600.",
        "says Dana from Maple Street.",
        "don't you think?",
    ),
)

# Runs in the page from before the scan: every task over 50 ms counts as long (W3C Long Tasks).
_WATCH = """() => {
  globalThis.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ entryTypes: ['longtask'] });
}"""

# The panel's own clock, from the press to the first answer and to the end.
_TIMED = """() => new Promise((done) => {
  const began = performance.now();
  let first = null;
  const far = document.querySelector('#how-far');
  const look = () => {
    const [, count] = /^(\\d+) (?:of \\d+|texts) looked at/.exec(far.textContent) ?? [];
    if (Number(count) > 0) first ??= performance.now() - began;
    if (/texts looked at in/.test(far.textContent)) done([first, performance.now() - began]);
  };
  new MutationObserver(look).observe(far, { childList: true, characterData: true, subtree: true });
  document.querySelector('#scan').click();
})"""


def fill(page: Page) -> None:
    posts = [f"{PARTS[0][i % 5]} {PARTS[1][i // 5 % 5]} {PARTS[2][i // 25 % 4]} ({i})" for i in range(POSTS)]
    page.evaluate(
        """(posts) => {
          const [model] = document.querySelectorAll('article');
          for (const article of document.querySelectorAll('article')) article.remove();
          for (const [at, text] of posts.entries()) {
            const article = model.cloneNode(true);
            article.querySelector('[data-testid=tweetText]').textContent = text;
            article.querySelector('a:has(time)').href = `/jordan_avery/status/${at}`;
            document.querySelector('main').append(article);
          }
        }""",
        posts,
    )


def speed(browser: Browser, companion: Companion) -> None:
    for run in range(3):
        site = open_page(browser, "x.com", "x_feed.html")
        fill(site)
        site.evaluate(_WATCH)
        panel = open_panel(browser, site)
        panel.page.get_by_role("button", name="Scan", exact=True).wait_for()
        panel.page.wait_for_function("document.querySelector('#page-title').textContent !== ''")
        before = processor_seconds(companion)
        first, whole = panel.page.evaluate(_TIMED)
        ours, browsers = (now - then for now, then in zip(processor_seconds(companion), before, strict=True))
        longest = site.evaluate("longest")
        name = "first run" if run == 0 else f"run {run + 1}"
        print(
            f"{name}: first answer {first:.0f} ms, {POSTS} items {whole / 1000:.2f} s "
            f"(processor time: companion {ours:.2f} s, browser {browsers:.2f} s), "
            f"longest task over 50 ms in the page: {longest:.0f} ms"
        )
        site.close()
        panel.page.close()


def processor_seconds(companion: Companion) -> tuple[float, float]:
    """What the companion, and the browser with everything in it, have used of processors so far."""
    shares = {"companion": 0.0, "browser": 0.0}
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            name = "companion" if process.pid == companion.pid else "browser"
            shares[name] += sum(process.cpu_times()[:2])
    return shares["companion"], shares["browser"]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        companion = Companion(Path(folder) / "state").start()
        try:
            extension = with_hosts(Path(folder) / "extension", hosts=hosts())
            with launched_and_paired(playwright, extension, Path(folder) / "profile", companion) as browser:
                precision(browser)
                began = time.perf_counter()
                speed(browser, companion)
                print(f"in all {time.perf_counter() - began:.0f} s")
        finally:
            companion.stop()


if __name__ == "__main__":
    main()
