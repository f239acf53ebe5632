"""Given a profile page of any site, when it is checked, then each part is looked at, and the site is offered once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape

import pytest
from playwright.sync_api import Locator, Page, Playwright, Route, expect

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser, launched_and_paired, with_hosts
from tests.browser.panel import PAGES, Panel, open_panel

SERVED = json.loads((PAGES / "profiles.json").read_text("utf-8"))
PICTURE = (
    "<img width='160' height='160' alt='Jordan in a Smyrna PD uniform' src=\"data:image/svg+xml,"
    "<svg xmlns='http://www.w3.org/2000/svg' width='160' height='160'><rect width='160' height='160'/></svg>\">"
)
BIO = "Building inspector, City of Smyrna. Write to javery@smyrnaga.gov or call 770-434-6600."
WORDS = {
    "linkedin.com": "Planner at City of Smyrna",
    "instagram.com": "Planner, City of Smyrna",
    "bsky.app": "Librarian @ Smyrna Public Library",
    "mastodon.social": "Smyrna firefighter.</p><p>Opinions mine.",
    "facebook.com": "Works at City of Smyrna",
    "threads.com": "Inspector for the City of Smyrna, dad of four.",
    "nextdoor.com": "I keep the City of Smyrna's parks green.",
    "people.example.org": "City of Smyrna, code enforcement.",
}
"""What stands where the owner describes themselves."""
HOSTS = (*WORDS, "x.com")


@pytest.fixture(scope="module")
def staff(playwright: Playwright, companion: Companion, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Somebody who has said that they work for the City; no site is switched on."""
    folder = tmp_path_factory.mktemp("profiles")
    extension = with_hosts(folder / "extension")
    manifest = json.loads((extension / "manifest.json").read_text("utf-8"))
    manifest["host_permissions"] += [f"https://*.{host}/*" for host in WORDS]
    (extension / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    with launched_and_paired(playwright, extension, folder / "profile", companion) as browser:
        browser.ask({"kind": "employment", "employment": "current"})
        yield browser


def profile_of(browser: Browser, host: str, bio: str = BIO, picture: str = PICTURE) -> Panel:
    """The panel, asked to check the profile that `host` shows."""
    if host == "x.com":
        page = (PAGES / "x_profile.html").read_text("utf-8")
        page = re.sub(r"(UserDescription\" dir=\"auto\"><span>)[^<]*", rf"\g<1>{escape(bio)}", page)
        page = page.replace(
            "Jordan at work in a Smyrna PD uniform", "Jordan in a Smyrna PD uniform" if picture else "Me"
        )
    else:
        assert WORDS[host] in SERVED[host]["html"]
        page = SERVED[host]["html"].replace(WORDS[host], escape(bio))
        page = re.sub(r"(<main>|<div[^>]*>)", rf"\g<1>{picture}", page, count=1).replace("PIXEL", "")

    if bio != BIO:
        page = page.replace("j@smyrnaga.gov", "mail").replace("smyrnaga.gov", "example.org")
        page = page.replace("in a City polo", "with a dog")

    def answer(route: Route) -> None:
        if route.request.resource_type == "document":
            route.fulfill(body=f"<!doctype html><title>Jordan</title>{page}", content_type="text/html; charset=utf-8")
        else:
            route.fulfill(status=404, body="")

    browser.context.unroute(f"https://{host}/**")
    browser.context.route(f"https://{host}/**", answer)
    site = browser.context.new_page()
    site.goto(f"https://{host}/in/jordan?{len(browser.context.pages)}")
    return open_panel(browser, site, "profile")


def close(panel: Panel) -> None:
    panel.page.close()
    panel.site.close()


def card(page: Page, title: str) -> str:
    """The finding of this title."""
    return row(page, title).inner_text()


def ready_to_paste(page: Page, title: str) -> str:
    return row(page, title).locator("blockquote").first.inner_text()


def row(page: Page, title: str) -> Locator:
    found = page.locator("#profile .row").filter(has=page.get_by_role("heading", name=title)).first
    expect(found).to_be_visible()
    return found


@pytest.mark.parametrize("host", HOSTS)
def test_given_a_profile_that_names_the_city_then_findings_with_wordings_and_one_offer_of_the_site(
    staff: Browser, host: str
) -> None:
    panel = profile_of(staff, host)
    without = {"May make the profile look official": "javery@smyrnaga.gov", "May send City callers": "770-434-6600"}
    for title, detail in without.items():
        wording = ready_to_paste(panel.page, title)
        assert "Building inspector, City of Smyrna." in wording
        assert detail not in wording
    assert "Smyrna PD uniform" in card(panel.page, "May show a City mark in the profile")
    wording = ready_to_paste(panel.page, "May need a disclaimer in the profile")
    assert BIO in wording
    assert "Views are my own" in wording
    expect(panel.page.get_by_role("heading", name="Shows that you work for the City")).to_be_visible()
    found = set(panel.page.locator("#profile .row h4").all_inner_texts())
    assert found.isdisjoint(panel.page.locator("#profile .looked").all_inner_texts())
    panel.page.get_by_role("button", name="No, and do not ask again").click()
    expect(offer_in(panel)).to_have_count(0)
    close(panel)
    panel = profile_of(staff, host)
    expect(panel.page.get_by_role("heading", name="Shows that you work for the City")).to_be_visible()
    expect(offer_in(panel)).to_have_count(0)
    close(panel)
    assert staff.ask({"kind": "state"})["sites"] == []


@pytest.mark.parametrize("host", HOSTS)
def test_given_a_profile_that_is_the_owners_own_business_then_nothing_is_found_and_nothing_offered(
    staff: Browser, host: str
) -> None:
    panel = profile_of(staff, host, "Bass player, dad of four. I like long walks and short meetings.", picture="")
    fine = panel.page.locator("#profile .looked.is-clear")
    expect(fine.filter(has_text="Shows that you work for the City")).to_be_visible()
    expect(fine.filter(has_text="May need a disclaimer in the profile")).to_be_visible()
    assert panel.page.locator("#profile .row").count() == 0
    expect(offer_in(panel)).to_have_count(0)
    close(panel)


def offer_in(panel: Panel) -> Locator:
    return panel.page.get_by_text("You say here that you work for the City.")
