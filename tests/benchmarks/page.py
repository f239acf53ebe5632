"""What Foreword costs a page while somebody types, in the real browser: `make bench-page`.

For drafts of three lengths in three editors: the CPU time of our own scripts for one more key (mean of 60), our worst
single call, the longest task of the page's main thread (ours, the page's and the browser's drawing together), the wait
from the last key to the first underline, and what the page's layout shifted. CPU times are those of the browser's own
trace (`tdur`), which other programs on the machine do not inflate; the wait is wall time.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, sync_playwright

from tests.browser.companion_process import Companion
from tests.browser.conftest import launched_and_paired, serve_editors, with_hosts
from tests.browser.editor_pages import EDITORS, HOST, EditorPage, open_editor

KEYS = 60
LENGTHS = (280, 2_000, 10_000)
MEASURED = ("textarea", "contenteditable", "lexical")
SENTENCE = "We met at the park and talked about the weather for a while. "
SSN = "536-22-8714"
CATEGORIES = "devtools.timeline,disabled-by-default-devtools.timeline,toplevel"

_SHIFTS = """() => {
  window.shifts = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((each) => { window.shifts += each.value }))
    .observe({ type: 'layout-shift' });
}"""
# In the page's own clock: from the last key's event to the frame in which a highlight or a mark is there.
_WAIT = """() => new Promise((resolve) => {
  let last = 0;
  addEventListener('keydown', () => { last = performance.now() }, true);
  const look = () => {
    const marked = [...CSS.highlights.values()].some((each) => each.size > 0);
    if (marked && last) resolve(performance.now() - last); else requestAnimationFrame(look);
  };
  look();
})"""


class Trace:
    """The browser's trace of one page, from `start` to `events`."""

    def __init__(self, cdp: CDPSession) -> None:
        self._cdp = cdp
        self._events: list[dict[str, Any]] = []
        self._done = False
        cdp.on("Tracing.dataCollected", lambda found: self._events.extend(found["value"]))
        cdp.on("Tracing.tracingComplete", self._end)

    def _end(self, _: object) -> None:
        self._done = True

    def start(self) -> None:
        self._events.clear()
        self._done = False
        self._cdp.send("Tracing.start", {"transferMode": "ReportEvents", "categories": CATEGORIES})

    def ours_ms(self, editor: EditorPage) -> tuple[float, float, float]:
        """CPU milliseconds of our scripts: all of them, the worst single call; and the main thread's longest task."""
        self._cdp.send("Tracing.end")
        while not self._done:
            editor.page.evaluate("() => new Promise(requestAnimationFrame)")
        calls = [
            event
            for event in self._events
            if event["name"] == "FunctionCall"
            and "chrome-extension://" in event.get("args", {}).get("data", {}).get("url", "")
        ]
        threads = {(call["pid"], call["tid"]) for call in calls}
        tasks = [
            event
            for event in self._events
            if event["name"].endswith("RunTask") and (event["pid"], event["tid"]) in threads
        ]
        spent = [_cpu_ms(call) for call in calls]
        return sum(spent), max(spent, default=0), max(map(_cpu_ms, tasks), default=0)


def _cpu_ms(event: dict[str, Any]) -> float:
    return float(event.get("tdur", event.get("dur", 0))) / 1000


def measure(editor: EditorPage, length: int) -> str:
    text = (SENTENCE * (length // len(SENTENCE) + 1))[:length]
    editor.click()
    editor.page.keyboard.insert_text(text)
    editor.ours.find("button", "Foreword")
    editor.page.evaluate(_SHIFTS)
    trace = Trace(editor.page.context.new_cdp_session(editor.page))
    trace.start()
    for _ in range(KEYS // 6):
        editor.page.keyboard.type("again ", delay=40)  # a quick typist; each key its own frame
    total, worst, task = trace.ours_ms(editor)
    if editor.editor.composer == "textarea":
        wait = "-"  # its marks are in our closed root, which no page can ask
    else:
        editor.page.evaluate(f"() => {{ window.waited = ({_WAIT})() }}")
        editor.page.keyboard.type(SSN)
        wait = f"{editor.page.evaluate('() => window.waited'):.0f}"
    shifts = editor.page.evaluate("() => window.shifts")
    spent = f"{total / KEYS:>12.2f} {worst:>10.1f} {task:>12.1f}"
    return f"{editor.editor.name:<16} {length:>7} {spent} {wait:>12} {shifts:>7.3f}"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        companion = Companion(Path(folder) / "state").start()
        extension = with_hosts(Path(folder) / "extension")
        with launched_and_paired(playwright, extension, Path(folder) / "profile", companion, [HOST]) as browser:
            serve_editors(browser)
            spent = f"{'ms for a key':>12} {'worst ms':>10} {'longest task':>12}"
            print(f"{'editor':<16} {'length':>7} {spent} {'underline ms':>12} {'shift':>7}")
            for editor in EDITORS:
                for length in LENGTHS if editor.name in MEASURED else ():
                    page = browser.context.new_page()
                    print(measure(open_editor(page, editor), length), flush=True)
                    page.close()
        companion.stop()


if __name__ == "__main__":
    main()
