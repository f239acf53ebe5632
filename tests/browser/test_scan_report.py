"""The scan's report in a real browser: whole without its script, found and ordered with it, and alone in the world."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.browser.conftest import chromium
from tests.cli.conftest import Foreword, environment, foreword, packs

__all__ = ["environment", "foreword", "packs"]  # the fixtures of tests/cli

POSTS = [
    {"text": "What an idiot.", "created_at": "2024-05-01T10:00:00Z", "author": "Ida"},
    {"text": "Call 536-22-8147.", "created_at": "2024-03-01T10:00:00Z", "author": "Bo"},
    {"text": "Surely so.", "created_at": "2024-06-01T10:00:00Z", "author": "Bo"},
]


@pytest.fixture(scope="module")
def plain_browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
    yield browser
    browser.close()


@pytest.fixture
def report(foreword: Foreword, tmp_path: Path) -> Path:
    posts = tmp_path / "posts.jsonl"
    posts.write_text("".join(json.dumps(post) + "\n" for post in POSTS), "utf-8")
    foreword("scan", str(posts), "--out", str(tmp_path / "report.html"))
    return tmp_path / "report.html"


def shown(page: Page) -> list[str]:
    return page.locator(".finding:visible h3").all_inner_texts()


def test_given_the_report_then_it_is_filtered_and_ordered_and_asks_for_nothing(
    plain_browser: Browser, report: Path
) -> None:
    page = plain_browser.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.goto(report.as_uri())
    everything = shown(page)
    assert len(everything) == 3
    assert page.locator(".finding").first.get_attribute("data-severity") == "serious"
    page.get_by_role("searchbox").fill("idiot")
    assert shown(page) == ["May read as an insult"]
    assert page.locator(".tools output").inner_text() == "1 of 3 shown"
    page.get_by_role("searchbox").fill("")
    page.get_by_role("combobox", name="Order").select_option("newest")
    assert page.locator(".finding").first.get_attribute("data-severity") == "info"
    page.get_by_role("combobox", name="Severity").select_option("serious")
    assert len(shown(page)) == 1
    assert (asked, wrong) == ([report.as_uri()], [])
    page.close()


def test_given_no_scripts_then_the_report_is_whole_and_shows_no_tools_that_do_nothing(
    plain_browser: Browser, report: Path
) -> None:
    context = plain_browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())
    assert page.locator(".finding").count() == 3
    assert not page.locator(".tools").is_visible()
    assert page.locator("svg[role=img]").count() == 3
    context.close()


def test_given_paper_then_reasons_are_printed_and_tools_are_not(plain_browser: Browser, report: Path) -> None:
    page = plain_browser.new_page()
    page.goto(report.as_uri())
    assert page.pdf().startswith(b"%PDF")
    assert page.locator(".finding details[open]").count() == 3
    page.emulate_media(media="print")
    assert not page.locator(".tools").is_visible()
    page.close()
