"""`python -m pytest tests/browser/site_pictures.py` takes a picture of every imitated site with advice.

`make test` does not collect it: pictures change with fonts, and people look at them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser
from tests.browser.imitated import imitated
from tests.browser.on_site import OnSite
from tests.browser.places import PLACES, Place

IMAGES = Path(__file__).parents[2] / "docs" / "images" / "sites"
DRAFT = "Dana Whitfield told me that her SSN is 536-22-8714, and whoever runs parking is a complete moron."
FIRST_OF_EACH = list({place.site: place for place in reversed(PLACES)}.values())[::-1]


@pytest.fixture(scope="module")
def browser(
    playwright: Playwright, companion: Companion, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    sites = {place.host: place.site for place in PLACES}
    with imitated(playwright, tmp_path_factory.mktemp("pictures"), sites, companion) as running:
        yield running


@pytest.mark.parametrize("place", FIRST_OF_EACH, ids=lambda place: place.site)
def test_the_picture_of(browser: Browser, place: Place) -> None:
    site = OnSite(browser.context, place)
    site.page.set_viewport_size({"width": 680, "height": 460})
    site.page.emulate_media(reduced_motion="reduce")  # a card that fades in is there at once
    if site.text():
        site.empty()
    site.write(DRAFT)
    site.ours.find("button", r"Foreword: \d finding")
    if place.context.get("acting_as"):
        site.ours.find("StaticText", "^As “")  # said once, and gone with the next key
        site.page.keyboard.type("!")
    site.open_card("536-22-8714")
    site.ours.find("button", "^Remove")
    IMAGES.mkdir(parents=True, exist_ok=True)
    site.page.screenshot(path=IMAGES / f"{place.site}.png", animations="disabled")
    site.close()
