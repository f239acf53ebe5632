"""`python -m pytest tests/browser/scan_pictures.py` takes the pictures of docs/scan.md from a report as it is.

`make test` does not collect it: pictures change with fonts, and people look at them.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from companion.cli import main
from tests.benchmarks.made_up_posts import posts
from tests.browser.conftest import chromium

IMAGES = Path(__file__).parents[2] / "docs" / "images"


def test_the_pictures_of_the_report(playwright: Playwright, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("city-posts.jsonl").write_text("".join(json.dumps(post) + "\n" for post in posts(400)), "utf-8")
    main(["scan", "city-posts.jsonl", "--out", "report.html"])
    browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
    page = browser.new_page(viewport={"width": 1200, "height": 1250})
    page.goto(Path("report.html").resolve().as_uri())
    page.screenshot(path=IMAGES / "scan-report.png", animations="disabled")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 760, "height": 1400})
    page.screenshot(path=IMAGES / "scan-print.png", animations="disabled")
    browser.close()
