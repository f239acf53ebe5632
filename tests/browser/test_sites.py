"""One scenario over every imitated site: write, underline, card, fix, hold, edit, post anyway; and what was told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Playwright

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser
from tests.browser.imitated import imitated
from tests.browser.on_site import Asked, OnSite
from tests.browser.places import PLACES

SSN = "536-22-8714"
DRAFT = f"Write down {SSN} somewhere safe"
MENDED = "Write down somewhere safe"
BADGE = r"Foreword: \d finding"  # an edit is one by itself
Step = Callable[[str, object], None]
"""Records a step that was passed: the table of docs/sites.md is made of them."""


@pytest.fixture(scope="module")
def browser(
    playwright: Playwright, companion: Companion, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """One browser for the whole table: paired, every imitated site switched on."""
    sites = {place.host: place.site for place in PLACES}
    with imitated(playwright, tmp_path_factory.mktemp("sites"), sites, companion) as running:
        yield running


@pytest.fixture(scope="module")
def asked(browser: Browser) -> Asked:
    return Asked(browser.context)


@pytest.fixture
def site(browser: Browser, request: pytest.FixtureRequest) -> Iterator[OnSite]:
    opened = OnSite(browser.context, request.param)
    yield opened
    opened.close()


everywhere = pytest.mark.parametrize("site", PLACES, ids=lambda place: place.name, indirect=True)
by_keys = [place for place in PLACES if place.keys]


@everywhere
def test_given_a_site_when_written_fixed_held_edited_and_posted_anyway_then_it_is_published_once(
    site: OnSite, asked: Asked, record_property: Step
) -> None:
    asked.forget()
    site.get_there()
    if site.text():
        site.empty()
    site.write(DRAFT)
    site.ours.find("button", BADGE)
    context = asked.about(SSN)
    assert context is not None
    assert {"surface": site.place.surface, **site.place.context}.items() <= context.items()
    record_property("step", "told")

    site.ours.until(lambda: _is_underlined(site, SSN), "an underline under the very words")
    record_property("step", "underlined")
    site.open_card(SSN)
    site.ours.click("button", "^Remove")
    site.ours.until(lambda: site.text() == MENDED, "the mended text in the site's own model")
    record_property("step", "fixed")

    site.empty()
    site.write(DRAFT)
    site.ours.find("button", BADGE)
    site.submit()
    site.ours.find("dialog", "[Ss]econd look")
    assert site.published() == []
    record_property("step", "held")
    site.page.keyboard.press("Escape")
    site.ours.gone("dialog", "[Ss]econd look")
    assert site.text() == DRAFT
    record_property("step", "kept")

    site.submit()
    site.ours.click("button", "Post anyway")
    site.ours.until(lambda: site.published() == [DRAFT], "the post, once and as written")
    record_property("step", "posted")


def _is_underlined(site: OnSite, words: str) -> bool:
    box = site.words_box(words)
    return box is not None and any(box.near(line) for line in site.underlines())


@pytest.mark.parametrize("site", by_keys, ids=lambda place: place.name, indirect=True)
def test_given_a_site_that_posts_by_key_then_the_key_is_held_and_posts_once(
    site: OnSite, record_property: Step
) -> None:
    site.write(DRAFT)
    site.ours.find("button", BADGE)
    site.page.keyboard.press(site.place.keys[0])
    site.ours.find("dialog", "[Ss]econd look")
    assert site.published() == []
    site.ours.click("button", "Post anyway")
    site.ours.until(lambda: site.published() == [DRAFT], "the post, once and as written")
    record_property("step", "key")
