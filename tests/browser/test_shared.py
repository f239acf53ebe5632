"""A City post passed on with words beside it: the rules are told whose post it is and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Playwright

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser
from tests.browser.imitated import imitated
from tests.browser.on_site import Asked, OnSite
from tests.browser.places import PLACES, Place

MOCKING = "Sure they do 🤡"
PASSED_ON = "Routine maintenance closes the pool on Monday."
BY_NAME = {place.name: place for place in PLACES}
# Where each site passes a post on, and as whom it names the City there.
SHARES = [
    pytest.param(replace(BY_NAME["x-post"], path="/compose/post?quote"), "@SmyrnaGA", id="x-quote"),
    pytest.param(replace(BY_NAME["facebook-post"], path="/share/1"), "City of Smyrna", id="facebook-share"),
    pytest.param(replace(BY_NAME["linkedin-post"], path="/feed/?repost"), "City of Smyrna", id="linkedin-repost"),
]
OWN_POSTS = [pytest.param(BY_NAME[f"{site}-post"], id=site) for site in ("x", "facebook", "linkedin")]


@pytest.fixture(scope="module")
def browser(
    playwright: Playwright, companion: Companion, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    sites = {BY_NAME[f"{site}-post"].host: site for site in ("x", "facebook", "linkedin")}
    with imitated(playwright, tmp_path_factory.mktemp("shared"), sites, companion) as running:
        yield running


@pytest.mark.parametrize(("place", "author"), SHARES)
def test_given_a_city_post_passed_on_with_mockery_then_the_rule_on_altered_shares_speaks(
    browser: Browser, place: Place, author: str
) -> None:
    asked = Asked(browser.context)
    site = OnSite(browser.context, place)
    site.write(MOCKING)
    site.ours.click("button", r"Foreword: \d finding")
    site.ours.find("heading", "May change the spirit of a City post")
    told = asked.about(MOCKING)
    assert told is not None
    assert (told["shared_author"], told["shared_text"], told["media"]) == (author, PASSED_ON, [])
    site.close()


@pytest.mark.parametrize("place", OWN_POSTS)
def test_given_a_post_of_ones_own_beside_other_posts_on_the_page_then_nothing_is_shared(
    browser: Browser, place: Place
) -> None:
    asked = Asked(browser.context)
    site = OnSite(browser.context, place)
    site.write(MOCKING)
    site.ours.find("button", "Foreword: Clear")
    told = asked.about(MOCKING)
    assert told is not None
    assert (told["shared_author"], told["shared_text"]) == (None, None)
    site.close()
