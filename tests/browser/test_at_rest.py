"""Nothing of ours runs while nobody writes: no timer, no interval, no frame asked for, no observer.

The content script runs in a world of its own, with its own timers' names: a first line put into the built script counts
what it starts and what is still to come. Whoever adds a timer that goes on by itself makes the count grow at rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, Playwright

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser, launched_and_paired, serve_editors, with_hosts
from tests.browser.editor_pages import EDITORS, HOST, EditorPage, open_editor

SSN = "536-22-8714"
BY_NAME = {editor.name: editor for editor in EDITORS}
FRAMES_AT_REST = 60
COUNTING = """
const counted = { started: 0, intervals: 0, waiting: new Set(), watching: new Set() };
globalThis.forewordCounted = () => {
  const { started, intervals, waiting, watching } = counted;
  return { started, intervals, waiting: waiting.size, watching: watching.size };
};
{
  const start = (name, stop) => {
    const [set, clear] = [globalThis[name].bind(globalThis), globalThis[stop].bind(globalThis)];
    globalThis[name] = (act, ...rest) => {
      counted.started += 1;
      const id = set((...told) => { counted.waiting.delete(name + id); act(...told); }, ...rest);
      counted.waiting.add(name + id);
      return id;
    };
    globalThis[stop] = (id) => { counted.waiting.delete(name + id); clear(id); };
  };
  start('setTimeout', 'clearTimeout');
  start('requestAnimationFrame', 'cancelAnimationFrame');
  start('requestIdleCallback', 'cancelIdleCallback');
  const setInterval = globalThis.setInterval.bind(globalThis);
  globalThis.setInterval = (...asked) => { counted.intervals += 1; return setInterval(...asked); };
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'PerformanceObserver'])
    globalThis[name] = class extends globalThis[name] {
      observe(...asked) { counted.watching.add(this); return super.observe(...asked); }
      disconnect() { counted.watching.delete(this); return super.disconnect(); }
    };
}
"""


@pytest.fixture(scope="module")
def browser(
    playwright: Playwright, companion: Companion, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    folder = tmp_path_factory.mktemp("rest")
    extension = with_hosts(folder / "extension")
    script = extension / "content.js"
    script.write_text(COUNTING + script.read_text("utf-8"), "utf-8")
    with launched_and_paired(playwright, extension, folder / "profile", companion, [HOST]) as running:
        serve_editors(running)
        yield running


class Counted:
    """What our content script has started in this page, asked of its own world."""

    def __init__(self, page: Page, extension: str) -> None:
        self._page = page
        self._cdp: CDPSession = page.context.new_cdp_session(page)
        self._contexts: list[int] = []
        self._origin = extension
        self._cdp.on("Runtime.executionContextCreated", self._keep)
        self._cdp.send("Runtime.enable")

    def _keep(self, event: dict[str, Any]) -> None:
        context = event["context"]
        if context["origin"] == self._origin:
            self._contexts.append(context["id"])

    def now(self) -> dict[str, int]:
        asked = {"expression": "forewordCounted()", "contextId": self._contexts[-1], "returnByValue": True}
        counted: dict[str, int] = self._cdp.send("Runtime.evaluate", asked)["result"]["value"]
        return counted

    def grown_at_rest(self) -> int:
        """How many timers and frames were started while the page drew this many frames and nobody did anything."""
        before = self.now()["started"]
        self._page.evaluate(
            """async (frames) => {
              for (let left = frames; left > 0; left -= 1) await new Promise(requestAnimationFrame);
            }""",
            FRAMES_AT_REST,
        )
        return self.now()["started"] - before


@pytest.fixture
def editor(browser: Browser) -> Iterator[EditorPage]:
    opened = open_editor(browser.context.new_page(), BY_NAME["contenteditable"])
    yield opened
    opened.page.close()


def write_with_a_finding(editor: EditorPage) -> None:
    editor.write(f"Write down {SSN} somewhere safe")
    editor.ours.find("button", "Foreword: 1 finding")


def test_given_a_page_where_nothing_has_the_focus_then_nothing_of_ours_runs_or_watches(
    browser: Browser, editor: EditorPage
) -> None:
    counted = Counted(editor.page, browser.extension)
    editor.page.click("h1")
    editor.page.mouse.wheel(0, 200)
    assert counted.grown_at_rest() == 0
    assert counted.now() == {"started": 0, "intervals": 0, "waiting": 0, "watching": 0}


def test_given_a_draft_that_was_left_then_all_timers_run_out_and_none_is_started_again(
    browser: Browser, editor: EditorPage
) -> None:
    counted = Counted(editor.page, browser.extension)
    write_with_a_finding(editor)
    assert counted.now()["started"] > 0  # the count counts
    editor.page.click("h1")
    editor.ours.until(lambda: counted.now()["waiting"] == 0, "the last timer to run out")
    assert counted.grown_at_rest() == 0
    assert counted.now()["intervals"] == 0


def test_given_a_composer_that_is_gone_then_nothing_of_it_is_watched_any_more(
    browser: Browser, editor: EditorPage
) -> None:
    counted = Counted(editor.page, browser.extension)
    write_with_a_finding(editor)
    editor.page.evaluate("() => document.querySelector('.composer').remove()")
    editor.ours.gone("button", "Foreword")
    editor.ours.until(lambda: counted.now()["waiting"] == 0, "the last timer to run out")
    assert counted.grown_at_rest() == 0
    assert counted.now()["watching"] <= 1  # the host's own: a page may throw it out
