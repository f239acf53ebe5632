""" "Copy without private details" in "Try a draft": shown first, copied only from there, gone with the next edit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from companion.detectors.confidential_lists import ConfidentialLists
from companion.rules.load import load_pack
from tests.browser.conftest import ARGUMENTS, chromium
from tests.companion.lists.world import library_with
from tests.running import PACKS, running


@pytest.fixture
def page(playwright: Playwright, tmp_path: Path) -> Iterator[Page]:
    """Paired, with a list of vendors; the page may write to the clipboard."""
    library = library_with(tmp_path, vendors=["Fairhaven Paving"])
    launched = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
    with running(tmp_path, more=[ConfidentialLists(load_pack(PACKS, "harbor"), library)]) as server:
        context = launched.new_context(permissions=["clipboard-read", "clipboard-write"])
        ready = context.new_page()
        ready.goto(f"{server.origin}/#code={server.book.new_code('command')}")
        expect(ready.locator("#companion-state")).to_have_text("Companion ready")
        yield ready
        context.close()
    launched.close()


def test_given_a_draft_then_its_copy_is_shown_with_a_warning_copied_and_dropped_with_the_next_edit(page: Page) -> None:
    page.locator("#draft").fill("Did FAIRHAVEN paving win? 😀")
    page.get_by_role("button", name="Copy without private details").click()
    preview = page.get_by_role("region", name="A copy to ask for help with")
    expect(preview).to_contain_text("What Foreword recognised was replaced; read it before you send it.")
    expect(preview.locator("#redacted-text")).to_have_text("Did [CONFIDENTIAL 1] win? 😀")
    preview.get_by_role("button", name="Copy this text").click()
    expect(page.locator("#redact-said")).to_have_text("Copied. Read it before you send it.")
    assert page.evaluate("navigator.clipboard.readText()") == "Did [CONFIDENTIAL 1] win? 😀"
    page.locator("#draft").press_sequentially("!")
    expect(preview).to_be_hidden()


def test_given_no_draft_then_no_copy(page: Page) -> None:
    page.get_by_role("button", name="Copy without private details").click()
    expect(page.locator("#redact-said")).to_have_text("There is no draft to copy yet.")
    expect(page.locator("#redacted")).to_be_hidden()
