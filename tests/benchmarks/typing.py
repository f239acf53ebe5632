"""What a writer feels in the real browser: from the last digit of a number to its underline; and processor time."""

from __future__ import annotations

import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

import psutil
from playwright.sync_api import sync_playwright

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser, launched, with_hosts
from tests.browser.imitations import Site, x

ROUNDS = 40
NUMBERS_IN_A_POST = 16  # of sixteen characters each
KEYS = 300
_KEY_MS = 80  # between two letters, as an ordinary typist writes

# Milliseconds from the input event to the first frame in which the browser has one highlighted range more.
_WATCH = """() => {
  const ranges = () => [...CSS.highlights.values()].reduce((n, one) => n + one.size, 0);
  window.times = [];
  document.addEventListener('input', () => { window.began = performance.now(); }, true);
  window.next = () => new Promise((found) => {
    const before = ranges();
    const look = () => ranges() > before ? found(performance.now() - window.began) : requestAnimationFrame(look);
    look();
  });
}"""


@dataclass(frozen=True)
class Typed:
    """Milliseconds. `processor_ms`: of the whole browser, for a keystroke, more than without Foreword."""

    underline_p50: float
    underline_p95: float
    processor_ms: float


def measure() -> Typed:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        companion = Companion(folder / "state").start()
        extension = with_hosts(folder / "extension")
        with sync_playwright() as playwright, launched(playwright, extension, folder / "profile") as browser:
            browser.pair(companion)
            without = _processor_ms(browser, x(browser))
            browser.switch_on("x.com")
            with_it = _processor_ms(browser, x(browser))
            underline = _underlines(x(browser))
        companion.stop()
    return Typed(statistics.median(underline), statistics.quantiles(underline, n=20)[18], with_it - without)


def _underlines(site: Site) -> list[float]:
    """Posts of X's length, each with a number more and more."""
    site.write("Numbers to keep")
    site.page.evaluate(_WATCH)
    taken = []
    for number in range(ROUNDS):
        if number % NUMBERS_IN_A_POST == 0:
            site.page.keyboard.press("Control+a")
            site.page.keyboard.type("Numbers to keep")
        site.page.keyboard.type(f" or 536-22-{8100 + number}"[:-1], delay=10)
        site.ours.find("button", "Foreword")
        waiting = site.page.evaluate_handle("() => ({ time: window.next() })")
        site.page.keyboard.press(str((8100 + number) % 10))
        taken.append(float(waiting.evaluate("async (one) => await one.time")))
    return taken


def _processor_ms(browser: Browser, site: Site) -> float:
    """All of the browser's processes, for each letter of an ordinary text."""
    text = ("The market opens on Saturday and there is room for everybody. " * 5)[:KEYS]
    site.page.click(site.composer)
    before = _spent(browser)
    site.page.keyboard.type(text, delay=_KEY_MS)
    after = _spent(browser)
    site.page.close()
    return (after - before) * 1000 / KEYS


def _spent(browser: Browser) -> float:
    """Seconds of processor time that the processes of this profile have used."""
    profile = str(browser.profile)
    parents = [p for p in psutil.Process().children(recursive=True) if f"--user-data-dir={profile}" in p.cmdline()]
    family = {p.pid: p for parent in parents for p in (parent, *parent.children(recursive=True))}
    return sum(sum(p.cpu_times()[:2]) for p in family.values())
