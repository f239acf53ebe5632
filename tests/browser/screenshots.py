"""`python -m pytest tests/browser/screenshots.py` takes the pictures of the README from the running product.

`make test` does not collect it: pictures change with fonts, and people look at them.
"""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser
from tests.browser.imitations import facebook, nextdoor, x
from tests.browser.panel import Panel, open_page, open_panel

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


def test_the_pictures_of_a_page_scan(fresh_browser: Browser, companion: Companion) -> None:
    browser = fresh_browser
    browser.pair(companion)
    panel = open_panel(browser, open_page(browser, "x.com", "x_feed.html"), "page")
    panel.until_done()
    panel.rows.filter(has_text="complete moron").first.get_by_role("button", name="Show on the page").click()
    panel.page.set_viewport_size({"width": 380, "height": 860})
    side_by_side(panel, "panel")
    with browser.context.expect_page() as report:
        panel.page.get_by_role("button", name="Print").click()
    report.value.locator("#report").wait_for()
    report.value.set_viewport_size({"width": 900, "height": 1000})
    take(report.value, "panel-report")
    panel = open_panel(browser, open_page(browser, "x.com", "x_profile.html"), "profile")
    panel.page.get_by_role("button", name="Yes, I do").click()
    panel.page.get_by_text("You say here that you work for the City.").wait_for()
    panel.page.set_viewport_size({"width": 380, "height": 860})
    side_by_side(panel, "profile")


def side_by_side(panel: Panel, name: str) -> None:
    """The page and its panel as the browser shows them, which a picture of one document cannot."""
    panel.site.set_viewport_size({"width": 820, "height": 860})
    panel.page.evaluate("scrollTo(0, 0)")
    shots = [page.screenshot(animations="disabled") for page in (panel.site, panel.page)]
    both = panel.site.context.new_page()
    both.set_viewport_size({"width": 1202, "height": 860})
    images = "".join(f'<img src="data:image/png;base64,{b64encode(shot).decode()}">' for shot in shots)
    both.set_content(f'<body style="margin:0;display:flex;gap:2px;background:#8792a2">{images}')
    take(both, name)
    both.close()
