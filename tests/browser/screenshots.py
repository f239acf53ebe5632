"""`python -m pytest tests/browser/screenshots.py` takes the pictures of the README from the running product.

`make test` does not collect it: pictures change with fonts, and people look at them.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser
from tests.browser.imitations import facebook, nextdoor, x

IMAGES = Path(__file__).parents[2] / "docs" / "images"
DRAFT = (
    "Whoever planned parking at the City of Smyrna library is a complete moron. "
    "Dana Whitfield told me, her SSN is 536-22-8714."
)


def take(page: Page, name: str) -> None:
    IMAGES.mkdir(exist_ok=True)
    page.bring_to_front()
    page.mouse.move(0, 0)
    page.emulate_media(reduced_motion="reduce")  # a card that fades in is there at once
    page.screenshot(path=IMAGES / f"{name}.png", animations="disabled")


def test_the_pictures_of_writing(browser: Browser) -> None:
    site = facebook(browser)
    site.page.set_viewport_size({"width": 1000, "height": 760})
    site.write(DRAFT)
    site.open_card("536-22-8714")
    site.ours.find("button", "^Remove")
    take(site.page, "writing")
    site.page.keyboard.press("Escape")
    site.press_post()
    site.ours.find("button", "Post anyway")
    take(site.page, "second-look")


def test_the_pictures_of_other_sites(browser: Browser) -> None:
    for site, name in ((x(browser), "x"), (nextdoor(browser), "nextdoor")):
        site.page.set_viewport_size({"width": 1000, "height": 560})
        site.write(DRAFT)
        site.open_card("536-22-8714")
        take(site.page, name)


def test_the_pictures_of_our_own_pages(browser: Browser, companion: Companion) -> None:
    for name in ("welcome", "options", "popup"):
        page = browser.own_page(f"{name}.html")
        page.set_viewport_size({"width": 380 if name == "popup" else 1000, "height": 560 if name == "popup" else 900})
        page.wait_for_load_state("networkidle")
        take(page, name)
    page = browser.context.new_page()
    page.set_viewport_size({"width": 1200, "height": 760})
    page.goto(f"{companion.origin}/#code={companion.code()}")
    page.get_by_role("textbox").first.fill(DRAFT)
    page.locator(".finding").nth(2).wait_for()
    take(page, "try-a-draft")
