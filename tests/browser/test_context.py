"""What the companion is told of where a draft is written, and what the person is told and may say about it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser
from tests.browser.imitated import imitated
from tests.browser.on_site import Asked, OnSite
from tests.browser.places import PLACES

HARMLESS = "Pancakes for supper again"
SITES = {"www.facebook.com": "facebook", "x.com": "x", "town.example": "mastodon"}


@pytest.fixture(scope="module")
def browser(
    playwright: Playwright, companion: Companion, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    with imitated(playwright, tmp_path_factory.mktemp("context"), SITES, companion) as running:
        yield running


@pytest.fixture(scope="module")
def asked(browser: Browser) -> Asked:
    return Asked(browser.context)


@pytest.fixture
def site(browser: Browser, request: pytest.FixtureRequest) -> Iterator[OnSite]:
    opened = OnSite(browser.context, next(place for place in PLACES if place.name == request.param))
    yield opened
    opened.close()


def on(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("site", [name], indirect=True)


@on("facebook-comment")
def test_given_a_name_met_first_then_it_is_said_and_the_person_says_what_it_is(
    browser: Browser, site: OnSite, asked: Asked
) -> None:
    site.write(HARMLESS)
    site.ours.find("StaticText", "As “City of Smyrna” you write for yourself")
    told = asked.about(HARMLESS)
    assert told is not None
    assert (told["acting_as"], told["mode"]) == ("City of Smyrna", "personal")

    asked.forget()
    name = {"kind": "identity", "host": "www.facebook.com", "name": "City of Smyrna", "mode": "official"}
    state = browser.ask(name)
    assert next(s["identities"]["City of Smyrna"] for s in state["sites"] if s["host"] == "www.facebook.com")
    site.ours.until(
        lambda: (asked.about(HARMLESS) or {}).get("mode") == "official", "the draft, checked as an official"
    )


@on("facebook-comment")
def test_given_what_is_said_over_the_draft_when_pressed_elsewhere_then_it_is_no_longer_in_the_way(
    site: OnSite,
) -> None:
    site.page.evaluate("() => document.querySelector('#comment').setAttribute('aria-label', 'Comment as Lee Park')")
    site.write(HARMLESS)

    def said() -> int:
        """Once for those who hear it, once more for those who see it."""
        return sum("As “Lee Park” you write" in each.name for each in site.ours.controls() if each.role == "StaticText")

    site.ours.until(lambda: said() == 2, "the name, said and shown")
    site.field.click()
    site.ours.until(lambda: said() == 1, "the words in sight again")


@on("facebook-post")
def test_given_a_picture_attached_then_the_rules_are_told_and_the_badge_is_not_clear(
    site: OnSite, asked: Asked
) -> None:
    site.write(HARMLESS)
    site.ours.find("button", "Foreword: Clear")
    picture = {"name": "p.png", "mimeType": "image/png", "buffer": b"\x89PNG"}
    site.page.locator("input[type=file]").set_input_files(picture)  # type: ignore[arg-type]
    site.ours.find("button", "Foreword: Not checked")
    told = asked.about(HARMLESS)
    assert told is not None
    assert told["media"] == ["image"]


@on("facebook-post")
@pytest.mark.parametrize("kind", ["image/png", "video/mp4"])
def test_given_a_picture_or_a_film_of_somebody_else_attached_then_the_rule_on_it_speaks(
    site: OnSite, kind: str
) -> None:
    site.write("Fog over the creek. Lifted from a hiking group.")
    site.ours.find("button", "Foreword: Clear")
    attached = {"name": "attached", "mimeType": kind, "buffer": b"not looked at"}
    site.page.locator("input[type=file]").set_input_files(attached)  # type: ignore[arg-type]
    site.ours.click("button", r"Foreword: \d finding")
    site.ours.until(lambda: "picture" in site.ours.text(), "what the picture may be")


@on("mastodon-post")
def test_given_a_published_text_put_into_the_box_then_it_is_an_edit_of_that_text(site: OnSite, asked: Asked) -> None:
    site.field.click()
    site.page.click("#change")
    site.ours.until(lambda: (asked.about("egg hunt") or {}).get("surface") == "edit", "an edit")
    site.field.click()
    site.page.keyboard.press("End")
    site.page.keyboard.type(" gate")
    site.ours.until(lambda: asked.about("park gate"), "the edited text")
    told = asked.about("park gate")
    assert told is not None
    assert told["previous_text"] == "The egg hunt is on Saturday at the park"


@on("x-post")
def test_given_the_own_profile_was_looked_at_then_drafts_on_that_site_go_with_it(site: OnSite, asked: Asked) -> None:
    bio = "Building inspector, City of Smyrna. Views are my own."
    site.page.evaluate(
        """bio => {
          document.body.insertAdjacentHTML('afterbegin',
            '<button data-testid="editProfileButton">Edit profile</button><p data-testid="UserDescription"></p>');
          document.querySelector('[data-testid=UserDescription]').textContent = bio;
        }""",
        bio,
    )
    site.page.click("[data-testid=UserDescription]")
    site.page.reload()
    site.write(HARMLESS)
    site.ours.until(lambda: (asked.about(HARMLESS) or {}).get("profile_text") == bio, "the profile with the draft")


@on("facebook-post")
def test_given_a_box_its_definition_does_not_name_then_the_popup_says_so_and_it_is_read_all_the_same(
    browser: Browser, site: OnSite, asked: Asked
) -> None:
    site.page.evaluate("() => document.body.append(document.createElement('textarea'))")
    box = site.page.locator("body > textarea")
    box.click()
    site.page.keyboard.type("Write down 536-22-8714 somewhere safe")
    site.ours.find("button", "Foreword: 1 finding")
    told = asked.about("536-22-8714")
    assert told is not None
    assert told["surface"] == "post"

    popup = browser.context.new_page()
    # As a tab of its own it would itself be the active tab; the person's is the one it was opened on.
    popup.add_init_script("""const query = chrome.tabs.query.bind(chrome.tabs);
      chrome.tabs.query = (asked) => query(asked.active ? { url: 'https://www.facebook.com/*' } : asked);""")
    popup.goto(f"{browser.extension}/popup.html")
    popup.get_by_text("this site may have changed").wait_for()
    popup.close()
